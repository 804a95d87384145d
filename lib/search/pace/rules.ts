/** So many at once, and so many a second after that; for each key by itself, in this process. */
export function makePace({ burst, perSecond }: { burst: number; perSecond: number }) {
  const spent = new Map<string, { tokens: number; at: number }>();
  return {
    /** Takes one turn; false: too many for now. */
    take(key: string, at: Date) {
      const time = at.getTime();
      const last = spent.get(key) ?? { tokens: burst, at: time };
      const regained = (Math.max(0, time - last.at) / 1000) * perSecond;
      const tokens = Math.min(burst, last.tokens + regained);
      spent.delete(key);
      spent.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: time });
      if (spent.size > MOST_KEYS) spent.delete(spent.keys().next().value ?? "");
      return tokens >= 1;
    },
  };
}

/** The longest silent is forgotten first, and by then has its turns back. */
const MOST_KEYS = 10_000;
