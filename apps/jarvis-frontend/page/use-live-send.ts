import { useEffect } from 'preact/hooks';
import { isActive, type Send } from './types';

/** Follows one send as it goes on. One only: browsers open few connections, and the others are polled. */
export function useLiveSend(id: string | undefined, onChange: (send: Send) => void): void {
  useEffect(() => {
    if (id === undefined) return undefined;
    const source = new EventSource(`./api/v1/sends/${id}/events`);
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const send = JSON.parse(event.data) as Send;
      if (!isActive(send)) source.close();
      onChange(send);
    });
    return () => source.close();
  }, [id, onChange]);
}
