import type { Session } from '../lib/session.ts';

/** What `look` sees in a release that SQL has spoilt; afterwards it is as it was. */
export async function spoilt<T>(db: Session, sql: string, look: () => Promise<T>): Promise<T> {
  await db.run('BEGIN');
  try {
    await db.run(sql);
    return await look();
  } finally {
    await db.run('ROLLBACK');
  }
}
