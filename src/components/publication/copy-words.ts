/** A button that copies words, with the page's address; it has its place from the first paint and is seen once it works. */
class CopyWords extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    if (!button || !status) return;
    button.addEventListener('click', () => {
      const words = `${this.dataset['words'] ?? ''} ${location.origin}${location.pathname}`;
      void navigator.clipboard
        .writeText(words)
        .then(
          () => 'Copied.',
          () => `The browser does not allow copying. By hand: ${words}`,
        )
        .then((said) => (status.textContent = said));
    });
  }
}
customElements.define('copy-words', CopyWords);
