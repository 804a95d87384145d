type Machines = {
  servers: number;
  serversChecked: number;
  workstations: number;
  workstationsChecked: number;
};

export const machinesOf = ({ servers, workstations }: Machines) => servers + workstations;
export const checkedOf = ({ serversChecked, workstationsChecked }: Machines) =>
  serversChecked + workstationsChecked;

/** In whole percent, rounded down: 100 means all of them. Null where there are no machines. */
export function shareOf(part: number, whole: number) {
  return whole > 0 ? Math.floor((100 * part) / whole) : null;
}

/** By how many points a round covers more than the one before it; null without both. */
export function coverageChange(now: Machines | null, before: Machines | null) {
  if (!now || !before) return null;
  const [to, from] = [now, before].map((one) => shareOf(checkedOf(one), machinesOf(one)));
  return to === null || from === null || to === undefined || from === undefined ? null : to - from;
}
