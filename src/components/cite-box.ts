import type { Citable } from '../cite/citable.ts';

/**
 * Copies a citation. Where the site was built without knowing its address, what is copied and every file gain the one under which the page
 * is read. The words in sight stay as they are: a longer line would move what is below it.
 */
class CiteBox extends HTMLElement {
  /** The forms with their address, by id, where it was not known at build. */
  private readonly texts = new Map<string, string>();

  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-copy]'))
      button.addEventListener('click', () => void this.copy(button.dataset['copy'] ?? ''));
    const item = this.dataset['item'];
    // Without what writes them, the forms are whole but for the address.
    if (item) void this.place(JSON.parse(item) as Citable).catch(() => undefined);
  }

  private async copy(id: string): Promise<void> {
    const form = this.form(id);
    const status = this.querySelector('[role=status]');
    if (!form || !status) return;
    const text = this.texts.get(id) ?? form.textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = 'Copied.';
    } catch {
      form.textContent = text;
      getSelection()?.selectAllChildren(form);
      status.textContent = 'The browser does not allow copying. The words are selected: copy them by hand.';
    }
  }

  private async place(item: Citable): Promise<void> {
    const [{ placed }, { CITATION_FORMS }] = await Promise.all([
      import('../cite/citable.ts'),
      import('../cite/forms.ts'),
    ]);
    const here = placed(item, new URL(this.dataset['rootUrl'] ?? '', location.href).href);
    for (const { id, code, write } of CITATION_FORMS) {
      const text = write(here);
      this.texts.set(id, text);
      if (!code) continue;
      const [form, link] = [this.form(id), this.querySelector<HTMLAnchorElement>(`a[data-file="${id}"]`)];
      if (form) form.textContent = text;
      if (link)
        link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain;charset=utf-8' }));
    }
  }

  private form(id: string): Element | null {
    return this.querySelector(`[data-form="${id}"]`);
  }
}
customElements.define('cite-box', CiteBox);
