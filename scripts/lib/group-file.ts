import type { Group } from '../../src/model/group.ts';
import type { Session } from './session.ts';

/** The groups of countries for `groups.json`: registers' groups with their members and the days of membership. */
export async function groupFile(db: Session): Promise<Group[]> {
  const groups = await db.all<Pick<Group, 'id' | 'kind' | 'title'>>(
    'SELECT id, kind, title FROM groups ORDER BY id',
  );
  const members = Map.groupBy(
    await db.all<{ group_id: string; country: string; from_date: string | null; to_date: string | null }>(
      'SELECT group_id, country, from_date, to_date FROM group_members ORDER BY group_id, country, from_date',
    ),
    (row) => row.group_id,
  );
  return groups.map((group) => ({
    ...group,
    members: (members.get(group.id) ?? []).map(({ country, from_date, to_date }) =>
      to_date ? [country, from_date, to_date] : from_date ? [country, from_date] : [country],
    ),
  }));
}
