import { useEffect, useState } from 'preact/hooks';
import { placeOf, type Place } from './place';

/** The place that the address names; another hash, such as that of a link within a view, leaves the place as it is. */
export function usePlace(): Place {
  const [place, setPlace] = useState<Place>(() => placeOf(location.hash) ?? placeOf('')!);
  useEffect(() => {
    const follow = (): void => setPlace((before) => placeOf(location.hash) ?? before);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
