import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { SessionsModule } from '../sessions/sessions.module';
import { OperationActs } from './operation-acts';
import { OperationJobs } from './operation-jobs';
import { OperationProgress } from './operation-progress';
import { OperationWorker } from './operation.worker';
import { OperationsController } from './operations.controller';
import { OperationsRepository } from './operations.repository';
import { OperationsService } from './operations.service';
import { SessionEnds } from './session-ends';

@Module({
  imports: [AuthModule, SessionsModule],
  controllers: [OperationsController],
  providers: [
    OperationActs,
    OperationJobs,
    OperationProgress,
    OperationWorker,
    OperationsRepository,
    OperationsService,
    SessionEnds,
  ],
  exports: [OperationsService],
})
export class OperationsModule {}
