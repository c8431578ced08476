import { Module } from '@nestjs/common';
import { InstanceClient } from './instance-client';
import { InstanceStates } from './instance-states';
import { InstancesService } from './instances.service';

@Module({
  providers: [InstancesService, InstanceClient, InstanceStates],
  exports: [InstancesService, InstanceClient, InstanceStates],
})
export class InstancesModule {}
