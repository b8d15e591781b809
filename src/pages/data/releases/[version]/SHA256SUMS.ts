import type { APIRoute, GetStaticPaths } from 'astro';
import { frozenReleases, frozenSums } from '../../../../build/releases.ts';
import type { FrozenRelease } from '../../../../model/frozen.ts';

/** Digests of every file of a frozen release. */
export const getStaticPaths = (async () =>
  (await frozenReleases()).map((release) => ({
    params: { version: release.version },
    props: { release },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ release: FrozenRelease }> = ({ props }) =>
  new Response(frozenSums(props.release));
