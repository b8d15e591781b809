import { inOrder, type Part } from './parts.ts';
import type { ExplorerState } from './state.ts';
import type { Ways } from './travel.ts';

interface Actions {
  show(parts: readonly Part[]): void;
  undo(): void;
  redo(): void;
  reset(): void;
}

/** The buttons above the workspace and the keys that do the same. */
export class Toolbar {
  private readonly element: HTMLElement;

  constructor(element: HTMLElement, actions: Actions) {
    this.element = element;
    element.inert = false;
    element.querySelector('[data-parts]')?.addEventListener('change', () => {
      const chosen = this.boxes.filter((box) => box.checked).map((box) => box.value as Part);
      // A workspace without a part would be a blank page.
      actions.show(chosen.length ? inOrder(chosen) : ['map']);
    });
    this.button('undo').addEventListener('click', () => actions.undo());
    this.button('redo').addEventListener('click', () => actions.redo());
    this.button('reset').addEventListener('click', () => actions.reset());
    addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) actions.redo();
      else actions.undo();
    });
  }

  show({ show }: ExplorerState): void {
    for (const box of this.boxes) box.checked = show.includes(box.value as Part);
  }

  ways({ back, on }: Ways): void {
    this.button('undo').disabled = !back;
    this.button('redo').disabled = !on;
  }

  /** One of the buttons: "undo", "palette", "tour". */
  button(name: string): HTMLButtonElement {
    const found = this.element.querySelector<HTMLButtonElement>(`[data-${name}]`);
    if (!found) throw new Error(`The toolbar has no button ${name}.`);
    return found;
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.element.querySelectorAll<HTMLInputElement>('input[name=part]')];
  }
}

/** In a field of text, undo belongs to what is typed. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
