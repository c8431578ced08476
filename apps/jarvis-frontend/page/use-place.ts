import { useEffect, useState } from 'preact/hooks';
import { isHeldBack } from './leave-guard';
import { placeOf, type Place } from './place';

/** The place that the address names; another hash, such as that of a link within a view, leaves the place as it is. */
export function usePlace(): Place {
  const [place, setPlace] = useState<Place>(() => placeOf(location.hash) ?? placeOf('')!);
  useEffect(() => {
    const follow = ({ oldURL }: HashChangeEvent): void => {
      const next = placeOf(location.hash);
      if (!next) return;
      if (isHeldBack(location.hash)) history.pushState(null, '', oldURL);
      else setPlace(next);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
