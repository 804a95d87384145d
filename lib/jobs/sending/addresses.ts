import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** What is not the internet: private, local, shared, mapped, tunnelled, reserved (RFC 6890). */
const ranges = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
  224.0.0.0/4 240.0.0.0/4
  ::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16
  3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8`;

const notPublic = rangesOf(ranges);

export const isPublicAddress = (address: string) => isIP(address) > 0 && !holds(notPublic, address);

/** Names, addresses and ranges that may be written to although they are inside the network. */
export type Allowance = { names: Set<string>; addresses: Ranges };

export function allowanceOf(text: string): Allowance {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const isNumeric = (entry: string) => isIP(entry.split("/")[0] ?? "") > 0;
  return {
    names: new Set(entries.filter((entry) => !isNumeric(entry)).map((name) => name.toLowerCase())),
    addresses: rangesOf(entries.filter(isNumeric).join(" ")),
  };
}

export class ForbiddenAddress extends Error {}

/** The one place that says where a message may go, asked of the address that is connected to. */
export const mayReach = ({ addresses }: Allowance, address: string) =>
  isPublicAddress(address) || holds(addresses, address);

/**
 * Resolves a name and hands on only addresses that may be reached: the connection goes to exactly
 * these, so that a name cannot mean something else a moment later. One forbidden address among
 * several refuses the name.
 */
export function guardedLookup(
  allowance: Allowance,
  resolve: typeof lookup = lookup,
): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, []);
      const named = allowance.names.has(name.toLowerCase());
      const forbidden = found.find(({ address }) => !named && !mayReach(allowance, address));
      if (forbidden) return done(new ForbiddenAddress(forbidden.address), []);
      if (options.all) return done(null, found);
      const [first] = found;
      if (!first) return done(new Error(`no address for ${name}`), []);
      done(null, first.address, first.family);
    });
  };
}

/** Apart by family: in one list an IPv4 address counts as its IPv6 form, and `::ffff:0:0/96` as all. */
type Ranges = { ipv4: BlockList; ipv6: BlockList };

function familyOf(address: string) {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}

function holds(ranges: Ranges, address: string) {
  const family = familyOf(address);
  return ranges[family].check(address, family);
}

function rangesOf(text: string): Ranges {
  const ranges = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const entry of text.split(/\s+/).filter(Boolean)) {
    const [address = "", bits] = entry.split("/");
    const family = familyOf(address);
    if (bits === undefined) ranges[family].addAddress(address, family);
    else ranges[family].addSubnet(address, Number(bits), family);
  }
  return ranges;
}
