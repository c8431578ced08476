import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBasicAuth,
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { OperationDto, OperationListDto, StartOperationDto } from './operations.dto';
import { OperationNotFoundError } from './operations.errors';
import { OperationsService } from './operations.service';

@ApiTags('operations')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin/operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  /** Goes on by itself, on another replica too when this one dies; its progress is told on `GET /api/admin/events`. */
  @Post()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ operationId: 'startOperation', summary: 'Extend, restart or end many sessions' })
  @ApiAcceptedResponse({ type: OperationDto })
  @ApiProblems(InvalidRequestError)
  start(@Body() wanted: StartOperationDto, @Req() request: AdminRequest): Promise<OperationDto> {
    return this.operations.start(wanted, request);
  }

  @Get()
  @ApiOperation({ operationId: 'listOperations', summary: 'What was begun within the last day' })
  @ApiOkResponse({ type: OperationListDto })
  list(): Promise<OperationListDto> {
    return this.operations.list();
  }

  @Get(':id')
  @ApiParam({ name: 'id', type: String, description: 'The operation', example: '5f1c0a9be8d24c7e9a31b6d0' })
  @ApiOperation({ operationId: 'getOperation', summary: 'How far an operation has come' })
  @ApiOkResponse({ type: OperationDto })
  @ApiProblems(OperationNotFoundError)
  get(@Param('id') id: string): Promise<OperationDto> {
    return this.operations.get(id);
  }
}
