import { UserError } from '../../lib/errors.ts';
import type { Workbench } from '../../lib/workbench.ts';
import { themeOf, type Programme } from './programmes.ts';

/** Id of the theme that stands for the whole programme. */
export const ALL = 'all';

/**
 * Fills `themes`, and makes the table of work `project_themes` (rcn, theme): each project once in every theme that it
 * belongs to, and once in 'all'.
 * @throws {UserError} for a programme part that has no title here
 */
export async function readThemes(bench: Workbench, programme: Programme): Promise<void> {
  const { db } = bench;
  const { id: source, title, parts } = programme;
  const file = bench.file(source, 'programme_parts', '.csv.gz');
  await bench.csv('programme_parts', file, ['rcn', 'programme_part']);
  const found = await db.all<{ part: string | null; n: number }>(
    'SELECT programme_part AS part, count(*)::INTEGER AS n FROM programme_parts GROUP BY 1 ORDER BY 1',
  );
  const themed = found.map(({ part, n }) => ({ part, n, theme: themeOf(programme, part ?? '') }));
  const unknown = themed.filter(({ theme }) => theme === undefined);
  if (unknown.length)
    throw new UserError(
      `${file}: ${unknown.map(({ part, n }) => `the programme part ${part ?? '(empty)'} in ${n} row${n === 1 ? '' : 's'}`).join(', ')} has no title.\n` +
        'Add it to scripts/sources/cordis-h2020/programmes.ts.',
    );
  await db.run(`
    CREATE OR REPLACE TABLE theme_titles (code VARCHAR, id VARCHAR, title VARCHAR);
    CREATE OR REPLACE TABLE part_themes (part VARCHAR, theme VARCHAR)`);
  await db.append('theme_titles', [
    ...parts.map(({ code, id, title: own }) => [code, id, own]),
    [null, ALL, title],
  ]);
  await db.append(
    'part_themes',
    themed.flatMap(({ part, theme }) => (theme ? [[part, theme.id]] : [])),
  );
  await bench.leaveOut('programme_parts', 'programme_part NOT IN (SELECT part FROM part_themes)', {
    source,
    value: 'whole pillars',
    reason: 'Named as a part of the programme, and no part but a pillar or the programme itself: no theme',
  });
  await countLeftOut(bench, source);
  await db.run(`
    CREATE OR REPLACE TABLE project_themes AS
    SELECT DISTINCT p.rcn, t.theme FROM programme_parts p JOIN part_themes t ON t.part = p.programme_part
    UNION ALL SELECT rcn, '${ALL}' FROM projects;
    INSERT INTO themes BY NAME
    SELECT '${source}' AS source, t.id, t.code, t.title, count(*)::INTEGER AS projects, (count(*) FILTER (p.countries > 1))::INTEGER AS cross_border_projects
    FROM project_themes m JOIN theme_titles t ON t.id = m.theme JOIN projects p ON p.rcn = m.rcn GROUP BY ALL;`);
}

async function countLeftOut(bench: Workbench, source: string): Promise<void> {
  const { strange, bare } = await bench.db.one<{ strange: number; bare: number }>(`
    SELECT (SELECT count(*) FROM programme_parts ANTI JOIN projects USING (rcn))::INTEGER AS strange,
           (SELECT count(*) FROM projects ANTI JOIN programme_parts USING (rcn))::INTEGER AS bare`);
  await bench.exclude(
    source,
    'themes of unknown projects',
    strange,
    'The list of programme parts names a project without participations',
  );
  await bench.exclude(
    source,
    'projects without a theme',
    bare,
    'Not in the list of programme parts: in the whole programme, and in no theme',
  );
}
