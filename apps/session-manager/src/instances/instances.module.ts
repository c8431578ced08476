import { Module } from '@nestjs/common';
import { InstanceClient } from './instance-client';
import { InstanceRevision } from './instance-revision';
import { InstanceStates } from './instance-states';
import { InstancesService } from './instances.service';

@Module({
  providers: [InstancesService, InstanceClient, InstanceRevision, InstanceStates],
  exports: [InstancesService, InstanceClient, InstanceRevision, InstanceStates],
})
export class InstancesModule {}
