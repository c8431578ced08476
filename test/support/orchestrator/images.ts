import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SERVICE_FOLDER = join(__dirname, 'service');

const PROGRAMS = ['server', 'exits', 'silent'] as const;

/** Images of the test services: `jarvis-contract-test:{server,exits,silent}`. Only the backend's folder is uid 1000's. */
export const imageOf = (program: (typeof PROGRAMS)[number]): string => `jarvis-contract-test:${program}`;

const dockerfile = (program: string): string => `FROM node:24.21.0-bookworm-slim
RUN mkdir -p /app/data /app/shared-data && chown 1000:1000 /app/data
COPY . /service
CMD ["node", "/service/${program}.cjs"]
`;

/** Builds them with the classic builder, which needs nothing but the engine. */
export async function buildImages(): Promise<void> {
  for (const program of PROGRAMS) {
    const build = promisify(execFile)('docker', ['build', '-q', '-t', imageOf(program), '-f', '-', SERVICE_FOLDER], {
      env: { ...process.env, DOCKER_BUILDKIT: '0' },
    });
    build.child.stdin?.end(dockerfile(program));
    await build;
  }
}
