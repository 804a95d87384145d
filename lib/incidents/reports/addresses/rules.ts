import { isPublicAddress, readAddress } from "../../indicators/rules";

/** What may be an address within words: the signs around it are not part of it. */
const tokens = (text: string) =>
  text
    .split(/[\s,;()[\]{}<>"'“”/\\|]+/u)
    .map((token) => token.replace(/^\.+|[.:]$/g, ""))
    .map((token) => /^((?:\d{1,3}\.){3}\d{1,3}):\d{1,5}$/.exec(token)?.[1] ?? token)
    .filter((token) => /[0-9a-f]/i.test(token));

/** Addresses of the inside of a network, of this machine or of no place at all, as they were written. */
export function internalAddressesIn(text: string) {
  const found = tokens(text).filter((token) => {
    const address = readAddress(token);
    return address !== null && !isPublicAddress(address);
  });
  return [...new Set(found)];
}

/** The same text with those left out, for what is taken over from the case. */
export const withoutInternal = (text: string) =>
  internalAddressesIn(text).reduce(
    (kept, address) => kept.replace(asWord(address), LEFT_OUT),
    text,
  );

const LEFT_OUT = "[IP nội bộ]";

/** Not where it is a part of a longer address. */
const asWord = (address: string) =>
  new RegExp(`(?<![\\w.:])${address.replaceAll(".", "\\.")}(?!\\w|\\.\\d)`, "g");

/** A list of addresses; the first thing in it that is none. */
export function publicAddressesIn(text: string): string[] | { wrong: string } {
  const typed = text.split(/[\s,;]+/).filter((token) => token.length > 0);
  const wrong = typed.find((token) => readAddress(token) === null);
  if (wrong !== undefined) return { wrong };
  return [...new Set(typed.map((token) => readAddress(token) ?? token))];
}
