import type { HitPlace } from "@/lib/search/hits/rules";
import { searchAddress } from "@/lib/search/rules";

export function hitHref(place: HitPlace) {
  switch (place.type) {
    case "directive":
      return `/directives/${place.id}`;
    case "assignment":
      return `/directives/${place.directiveId}/assignments/${place.id}`;
    case "advisory":
      return `/advisories/${place.id}`;
    case "message":
      return `/awareness/messages/${place.id}`;
    case "unit":
      return `/admin/units/${place.id}`;
    case "person":
      return `/admin/people/${place.id}`;
    case "of-unit":
      return searchAddress({ unit: place.name });
    case "of-person":
      return searchAddress({ person: place.name });
  }
}
