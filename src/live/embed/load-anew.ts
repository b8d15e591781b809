/**
 * Loads the page anew: a page does not ask twice for code that failed to come. The state is in its address, so nothing is lost. Without a
 * connection the page that stands is worth more than none, so it is looked for first.
 * @returns false where the page stays
 */
export async function loadAnew(): Promise<boolean> {
  const there = await fetch(location.href, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (there) location.reload();
  return there;
}
