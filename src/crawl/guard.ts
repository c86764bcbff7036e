import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { SachError } from '../model/index.ts';

/**
 * Whether an IP literal is an address of the open internet: not loopback, not an intranet, not a cloud's metadata service.
 */
export function isPublicAddress(address: string): boolean {
  const literal = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(literal)) return false;
  const ip = ipaddr.parse(literal);
  if (ip.kind() === 'ipv4') return ip.range() === 'unicast';
  const v6 = ip as ipaddr.IPv6;
  const range = v6.range();
  if (v6.isIPv4MappedAddress()) return isPublicAddress(v6.toIPv4Address().toString());
  // An IPv6-only network reaches IPv4 sites through these prefixes; the IPv4 address stands at the end (or, 6to4, after the
  // prefix).
  if (range === 'rfc6052') return isPublicAddress(embeddedIPv4(v6, 6));
  if (range === '6to4') return isPublicAddress(embeddedIPv4(v6, 1));
  // Only 2000::/3 is given out; that also shuts `::127.0.0.1`, which no named range covers.
  return range === 'unicast' && ((v6.parts[0] ?? 0) & 0xe000) === 0x2000;
}

function embeddedIPv4(ip: ipaddr.IPv6, at: number): string {
  const [high = 0, low = 0] = ip.parts.slice(at, at + 2);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

export type Lookup = LookupFunction;

export interface GuardOptions {
  readonly allowPrivate: boolean;
  /** Till the connection stands. */
  readonly timeoutMs: number;
  /** Default: the system's. */
  readonly lookup?: Lookup | undefined;
  readonly onConnect: (hostname: string, address: string) => void;
}

/**
 * Connect only to public addresses. A name can lie at three moments, so it is looked at three times: the literal in the
 * URL, every answer of DNS (one private answer condemns them all), and the address really connected to (DNS rebinding).
 */
export function guardedConnector({
  allowPrivate,
  timeoutMs,
  lookup = systemLookup as Lookup,
  onConnect,
}: GuardOptions) {
  const refuse = (host: string, address: string) => new SachError('fetch-private', { host, address });
  const guardedLookup: Lookup = (hostname, options: LookupOptions, callback) =>
    lookup(hostname, options, (error, found, family) => {
      const answers: readonly LookupAddress[] = Array.isArray(found)
        ? found
        : [{ address: String(found), family: family ?? 0 }];
      const bad = error || allowPrivate ? undefined : answers.find(({ address }) => !isPublicAddress(address));
      if (bad) callback(refuse(hostname, bad.address), []);
      else callback(error, found, family);
    });
  const connect = buildConnector({ lookup: guardedLookup, timeout: timeoutMs } as buildConnector.BuildOptions);
  return (options: buildConnector.Options, callback: buildConnector.Callback): void => {
    const literal = options.hostname.replace(/^\[|\]$/g, '');
    // `localhost` is loopback by definition (RFC 6761), whatever a resolver makes of it.
    const isLocal = /(^|\.)localhost\.?$/.test(literal);
    if (!allowPrivate && (isLocal || (isIP(literal) && !isPublicAddress(literal)))) {
      callback(refuse(options.hostname, literal), null);
      return;
    }
    connect(options, (...[error, socket]) => {
      if (error || !socket) callback(error ?? new Error('no socket'), null);
      else if (!allowPrivate && !isPublicAddress(peer(socket))) {
        socket.destroy();
        callback(refuse(options.hostname, peer(socket)), null);
      } else {
        onConnect(options.hostname, peer(socket));
        callback(null, socket);
      }
    });
  };
}

const peer = (socket: Socket): string => socket.remoteAddress ?? '';
