import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { UploadTooLargeError } from '../errors';
import { parseInput, readJson } from '../http/read-json';
import { demand, mayGenerate } from '../session/features';
import type { SessionStore } from '../session/session.store';
import { previewOf } from './preview';
import { RequestBody } from './request-body';
import { MEGABYTE } from './space-account';
import { fileName, previewQuerySchema, uploadPatchSchema, uploadQuerySchema } from './upload.schema';
import type { IndexedUpload, Upload } from './upload.types';
import type { UploadsService } from './uploads.service';

export interface UploadRoutesDeps {
  readonly uploads: UploadsService;
  readonly session: SessionStore;
}

export function uploadRoutes({ uploads, session }: UploadRoutesDeps): Hono {
  const demandUploads = () => demand(mayGenerate(session.get().features), 'log_generation');
  return new Hono()
    .get('/', (context) => {
      const list = uploads.list();
      const { fileBytes, totalBytes, files } = uploads.limits;
      const limits = { file_bytes: fileBytes, total_bytes: totalBytes, files };
      return context.json({ total: list.length, uploads: list, limits });
    })
    .post('/', async (context) => {
      demandUploads();
      const { name } = parseInput(uploadQuerySchema, context.req.query());
      const upload = await receive(uploads, fileName(name), context.req.raw);
      return context.json(publicUpload(upload), 201, { Location: `/api/v1/uploads/${upload.id}` });
    })
    .get('/:id', (context) => context.json(publicUpload(uploads.get(context.req.param('id')))))
    .patch('/:id', async (context) => {
      demandUploads();
      const wishes = await readJson(context, uploadPatchSchema);
      return context.json(publicUpload(await uploads.change(context.req.param('id'), wishes)));
    })
    .delete('/:id', (context) => {
      uploads.remove(context.req.param('id'));
      return context.body(null, 204);
    })
    .get('/:id/preview', (context) => {
      const { offset, limit } = parseInput(previewQuerySchema, context.req.query());
      const upload = uploads.get(context.req.param('id'));
      const events = previewOf(upload, uploads.pathOf(upload.id), offset, limit);
      return context.json({ total: upload.events, offset, events });
    })
    .get('/:id/content', (context) => {
      const { id, name, size_bytes } = uploads.get(context.req.param('id'));
      return context.body(Readable.toWeb(createReadStream(uploads.pathOf(id))) as ReadableStream, 200, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Length': String(size_bytes),
        'Content-Disposition': attachment(name),
      });
    });
}

/** A file that says it is too large is refused unread; of one that turns out so, the rest is taken before the answer. */
async function receive(uploads: UploadsService, name: string, request: Request): Promise<IndexedUpload> {
  const { fileBytes } = uploads.limits;
  if (Number(request.headers.get('content-length')) > fileBytes)
    throw new UploadTooLargeError(fileBytes, `A file may have ${fileBytes / MEGABYTE} MB. Upload it in parts.`);
  const body = new RequestBody(request);
  try {
    return await uploads.receive(name, body);
  } catch (error) {
    await body.drain(fileBytes);
    throw error;
  }
}

const publicUpload = ({ layout: _layout, segments: _segments, ...upload }: IndexedUpload): Upload => upload;

/** As RFC 6266 has it: a plain name for old clients, and the real one. */
const attachment = (name: string): string => {
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encoded}`;
};
