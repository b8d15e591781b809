/** Gives a file to the reader's downloads. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  // Some browsers only follow a link that is part of the page.
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The download may begin later than the click.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** Puts words on the clipboard; false where the browser or the reader does not allow that. */
export async function copied(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
