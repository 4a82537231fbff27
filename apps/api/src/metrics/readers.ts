import { createHash, timingSafeEqual } from 'node:crypto';
import type { Asked } from '../http/exchange.ts';

/** Who may read metrics. */
export interface ReaderOptions {
  /** What a reader has to show as `Authorization: Bearer …`; without it only this machine may read. */
  readonly token?: string | undefined;
  /** Whether a proxy stands in front: then every request comes from where it runs, and the peer says nothing. */
  readonly behindProxy: boolean;
}

/** Headers by which a proxy tells of whom it speaks for. */
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'] as const;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isLoopback = (peer: string | null): boolean => peer !== null && /^(?:::1$|(?:::ffff:)?127\.)/.test(peer);

/**
 * Whether a request may read metrics: with a token, whoever shows it, from anywhere; without one, whoever asks from this very
 * machine, and through no proxy.
 */
export function readersOf({ token, behindProxy }: ReaderOptions): (asked: Pick<Asked, 'header' | 'peer'>) => boolean {
  if (token !== undefined) {
    const expected = digest(token);
    return ({ header }) => {
      const shown = /^bearer +(.*)$/i.exec(header('authorization') ?? '')?.[1];
      return shown !== undefined && timingSafeEqual(digest(shown), expected);
    };
  }
  return ({ header, peer }) => !behindProxy && isLoopback(peer()) && FORWARDING.every((name) => header(name) === null);
}
