import type { CDPSession } from 'playwright-core';

/** A network: megabits a second, both ways, and milliseconds from a request to the first byte of its answer. */
export interface Network {
  readonly name: string;
  readonly mbits: number;
  readonly latency: number;
}

/** As browsers' own tools have them. */
export const NETWORKS: readonly Network[] = [
  { name: '4G', mbits: 9, latency: 170 },
  { name: 'slow 4G', mbits: 1.6, latency: 150 },
];
/** How many times slower the processor is than it is. */
export const SLOWER = 4;

/** What has come over the network, compressed and with headers. */
export interface Traffic {
  readonly requests: number;
  readonly bytes: number;
}

/** Counts what a page fetches. */
export interface Meter {
  /** Leaves what is asked for from now on out of the count. */
  stop(): void;
  /** The traffic so far; whole once all that was asked for has come. */
  traffic(): Traffic;
}

/** Counts what a page fetches; what its workers fetch themselves is not told to it. */
export async function meter(session: CDPSession): Promise<Meter> {
  const counted = new Set<string>();
  const traffic = { requests: 0, bytes: 0 };
  let stopped = false;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!stopped && request.url.startsWith('http')) counted.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!counted.delete(requestId)) return;
    traffic.requests += 1;
    traffic.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return { stop: () => void (stopped = true), traffic: () => ({ ...traffic }) };
}

/**
 * Slows the network and the processor of a page, through the browser's DevTools. Threads beside the page's
 * own (workers) are slowed by neither: what they fetch and reckon is as fast as ever.
 */
export async function throttle(session: CDPSession, { mbits, latency }: Network): Promise<void> {
  const throughput = (mbits * 1e6) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}
