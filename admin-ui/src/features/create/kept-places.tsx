import { Button, Text, Title } from '@mantine/core';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { EmptyState } from '../../shared/empty-state';
import { NotLoaded } from '../../shared/not-loaded';
import { dateTime, duration } from '../../shared/time';
import { useDialog } from '../../shared/use-dialog';
import { useMore } from '../../shared/use-more';
import { useNow } from '../../shared/use-now';
import { useCancelReservation, useReservations, type Reservation } from './use-reservations';

const Places = ({ places }: { places: readonly Reservation[] }) => {
  const dialog = useDialog<Reservation>();
  const cancel = useCancelReservation();
  const now = useNow(10_000);
  const { shown, more } = useMore(places);
  return (
    <>
      <table aria-label="Kept places" className="table as-cards">
        <thead>
          <tr>
            <th>For whom</th>
            <th>Session lasts</th>
            <th>Reserved</th>
            <th>Given up in</th>
            <th>
              <span className="hidden-word">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((place) => (
            <tr key={place.reservation_id}>
              <td className="wrap strong">{place.user_id}</td>
              <td data-label="Lasts">{place.hours === null ? 'as set' : `${place.hours} h`}</td>
              <td data-label="Reserved">{dateTime(place.created_at)}</td>
              <td data-label="Given up in" className="tabular">
                {duration(Date.parse(place.expires_at) - now)}
              </td>
              <td className="end">
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Give up the place of ${place.user_id}`}
                  onClick={() => dialog.open(place)}
                >
                  Give up
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      <ConfirmDialog
        opened={dialog.opened}
        title="Give this place up?"
        confirm="Give it up"
        keep="Keep it"
        danger
        pending={cancel.isPending}
        onConfirm={() => dialog.subject && cancel.mutate(dialog.subject, { onSettled: dialog.close })}
        onClose={dialog.close}
      >
        The link of <strong>{dialog.subject?.user_id}</strong> opens nothing any more, and the place is free for others.
      </ConfirmDialog>
    </>
  );
};

/** Reserved places whose links nobody has opened yet. */
export const KeptPlaces = () => {
  const { data, error } = useReservations();
  return (
    <section aria-label="Kept places" className="card roomy">
      <div>
        <Title order={2} className="card-title">
          Kept places {data && data.total > 0 && <span className="dim">{data.total}</span>}
        </Title>
        <Text c="dimmed" size="sm">
          They count within the cap until their link is opened, they are given up, or their time is over.
        </Text>
      </div>
      {!data && <NotLoaded error={error} height={120} label="Loading the kept places" />}
      {data?.total === 0 && (
        <EmptyState title="No place is kept">
          Reserve some above: their links open an instance when they are used.
        </EmptyState>
      )}
      {data && data.total > 0 && <Places places={data.reservations} />}
    </section>
  );
};
