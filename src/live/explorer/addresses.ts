/** Addresses that the page knows: the release's manifest, from which everything else follows. */
export interface Addresses {
  readonly manifest: string;
  readonly release: string;
  readonly root: string;
}

/** Addresses relative to the page, as the built figures have them: what is the same then need not be drawn anew. */
export function addressesOf(): Addresses {
  const manifest = document.querySelector('link[data-release]')?.getAttribute('href');
  if (!manifest) throw new Error('The page does not say where its release is.');
  const release = manifest.slice(0, manifest.lastIndexOf('/') + 1);
  return { manifest, release, root: release.replace(/[^/]+\/$/, '') };
}
