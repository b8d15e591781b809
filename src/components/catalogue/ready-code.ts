interface Snippet {
  readonly label: string;
  readonly code: string;
}

/** Code that reads a table by its address, for the programs that researchers use. */
export function readyCode(name: string, url: string): Snippet[] {
  return [
    {
      label: 'DuckDB',
      code: `INSTALL httpfs; LOAD httpfs;\nCREATE TABLE ${name} AS FROM read_parquet('${url}');\nFROM ${name} LIMIT 10;`,
    },
    {
      label: 'Python',
      code: `import pandas as pd\n\n${name} = pd.read_parquet("${url}")\n${name}.head()`,
    },
    {
      label: 'R',
      code: `library(arrow)\n\n${name} <- read_parquet("${url}")\nhead(${name})`,
    },
    {
      label: 'Observable notebook',
      code: `db = DuckDBClient.of()\n\n${name} = db.query("SELECT * FROM read_parquet('${url}')")`,
    },
  ];
}
