// A Nest application with one route that answers what it was given: nothing is looked up, nobody is asked who they are.
import 'reflect-metadata';
import { once } from 'node:events';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

process.on('disconnect', () => process.exit());
const [{ answer }] = await once(process, 'message');

class BareController {
  get() {
    return answer;
  }
}
const get = Object.getOwnPropertyDescriptor(BareController.prototype, 'get');
Get(':id')(BareController.prototype, 'get', get);
Param('id')(BareController.prototype, 'get', 0);
Controller('api/sessions')(BareController);

class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.send({ port: app.getHttpServer().address().port });
