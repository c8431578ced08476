import { existsSync, readdirSync, readFileSync } from 'node:fs';

const KILOBYTE = 1024;

/** Whether this system tells the memory of processes by shares. */
export const hasShares = () => existsSync('/proc/self/smaps_rollup');

/** All processes, with their command lines (arguments joined by spaces). */
export const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [{ pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        return [];
      }
    });

/** The servers that a deployment of the process driver runs. @param {string} deployment */
export const processesOf = (deployment) =>
  processes().filter(({ command }) => command.includes(`--jarvis-deployment=${deployment} `));

/** @param {number} pid */
export const parentOf = (pid) => Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);

/**
 * A process's memory in bytes: `Rss`; `Pss`, where a page that several processes share counts for each its part; and
 * `Pss_File`, the part of it that maps files.
 * @param {number} pid
 * @param {'Rss' | 'Pss' | 'Pss_File'} field
 */
export function memoryOf(pid, field) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)[1]) * KILOBYTE;
}

const TICKS_PER_SECOND = 100;

/** Seconds of CPU that a process has used, in its own code and in the kernel (proc(5), fields 14 and 15 of stat). @param {number} pid */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
