import 'reflect-metadata';
import { parseConfig } from '@app/config';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module';
import { openApiDocument } from './document';

/** Prints the OpenAPI document. The app is made but never started, so it needs neither Redis nor Docker. */
async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule.with(parseConfig({ DRIVER: 'process' })), new FastifyAdapter(), {
    logger: ['fatal'],
  });
  app.setGlobalPrefix('api');
  process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`, () => process.exit(0));
}

void main();
