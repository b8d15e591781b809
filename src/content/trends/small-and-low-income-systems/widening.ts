/** Members of the Union that the rules of Horizon 2020 name as widening countries, as a list of SQL. */
export const WIDENING =
  "('BGR', 'HRV', 'CYP', 'CZE', 'EST', 'HUN', 'LVA', 'LTU', 'LUX', 'MLT', 'POL', 'PRT', 'ROU', 'SVK', 'SVN')";
