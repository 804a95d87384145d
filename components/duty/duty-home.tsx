import type { WatchShift } from "@/lib/duty/shifts/queries";
import { now } from "@/lib/time";
import { MyWatch } from "./my-watch";
import { KeptPages } from "./offline/kept-pages";
import type { WatchActions } from "./watch-buttons";

export type DutyHomeProps = {
  watch: { mine: WatchShift[]; others: WatchShift[] };
  watchActions: WatchActions;
};

/** On a home page: my next shift, kept on the phone for when there is no network. */
export function DutyHome({ watch, watchActions }: DutyHomeProps) {
  const own = watch.mine.slice(0, 2);
  return (
    <>
      <MyWatch title="Ca trực của tôi" shifts={own} actions={watchActions} />
      {own.length > 0 ? (
        <KeptPages
          paths={["/duty", ...own.map(({ id }) => `/duty/shifts/${id}`)]}
          drawnAt={now().getTime()}
        />
      ) : null}
    </>
  );
}
