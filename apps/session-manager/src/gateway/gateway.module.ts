import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { GatewayController } from './gateway.controller';
import { GatewayService } from './gateway.service';

@Module({
  imports: [SessionsModule],
  controllers: [GatewayController],
  providers: [GatewayService],
})
export class GatewayModule {}
