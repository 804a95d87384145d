/** What has happened on watch since the rosters began. */
export async function seedWatch(_start: Date) {}
