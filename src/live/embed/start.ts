/** Starts an embed: the page around it learns its height, what the address asks for is drawn, and a table that is opened can be sorted. */
import { tellHeight } from './height.ts';
import { loadAnew } from './load-anew.ts';

/** Draws what is asked. Where the code for that does not come, a line that stands in the page says so. */
async function showAsked(): Promise<void> {
  try {
    await (await import('./live.ts')).showAsked();
  } catch {
    document.documentElement.dataset['asked'] = 'lost';
    document.querySelector('.figure-lost a')?.addEventListener('click', (event) => {
      event.preventDefault();
      void loadAnew();
    });
  }
}

const asked = document.documentElement.dataset['asked'] !== undefined;
tellHeight(asked ? showAsked() : Promise.resolve());
// Without the code for sorting the table is whole, so a failure needs no words.
document
  .querySelector('.figure-table')
  ?.addEventListener('toggle', () => import('../../components/sort-table.ts').catch(() => undefined), {
    once: true,
  });
