import type { Destination, Send } from './types';

const numbers = new Intl.NumberFormat('en-US');
export const formatCount = (count: number): string => numbers.format(count);

const two = (value: number): string => String(value).padStart(2, '0');

/** `23:59:08`, or `3 d 04:10` for more than two days. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = two(Math.floor(seconds / 60) % 60);
  return hours >= 48
    ? `${Math.floor(hours / 24)} d ${two(hours % 24)}:${minutes}`
    : `${two(hours)}:${minutes}:${two(seconds % 60)}`;
}

/** `45 s`, `10 min`, `2 h 55 min`, `3 d 4 h`. */
export function formatLength(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

export function formatAddress(destination: Destination): string {
  if (destination.type === 'hec') return destination.url;
  const host = destination.host.includes(':') ? `[${destination.host}]` : destination.host;
  return `${destination.protocol.toUpperCase()} ${host}:${destination.port}`;
}

export const formatClock = (iso: string): string =>
  new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `26 Nov, 08:01:02`, the day left out when it is today. */
export function formatMoment(iso: string): string {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? formatClock(iso)
    : `${date.toLocaleDateString([], { day: 'numeric', month: 'short' })}, ${formatClock(iso)}`;
}

/** `512 B`, `4 KB`, `1.3 MB`, `100 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${roughly(kilobytes)} KB` : `${roughly(kilobytes / 1024)} MB`;
}

const roughly = (value: number): string => formatCount(value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value));

/** `2026-11-26 08:01:02.500`, in UTC, where logs have their times too; without a fraction when it is zero. */
export const formatUtc = (iso: string): string => iso.replace('T', ' ').replace(/(\.000)?Z$/, '');

/** A phase's id as a person reads it. */
export const formatPhase = (phase: string): string => phase.replaceAll('_', ' ');

/** Events per second that a send really made. */
export function speedOf({ sent, started_at, ended_at }: Send): string | null {
  if (!started_at || sent === 0) return null;
  const seconds = ((ended_at ? Date.parse(ended_at) : Date.now()) - Date.parse(started_at)) / 1000;
  return seconds < 0.2 ? null : `${formatCount(Math.round(sent / seconds))}/s`;
}
