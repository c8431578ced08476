import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBasicAuth,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { MessageListDto, SendMessageDto, SentMessageDto, SentMessageListDto } from './messages.dto';
import { MessageNotFoundError, TooManyMessagesError } from './messages.errors';
import { MessagesService } from './messages.service';

@ApiTags('messages')
@Controller('messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  @ApiOperation({ operationId: 'listMessages', summary: 'What the organisers tell everybody', security: [] })
  @ApiOkResponse({ type: MessageListDto })
  @ApiProblems(RedisUnavailableError)
  list(): Promise<MessageListDto> {
    return this.messages.current();
  }
}

@ApiTags('messages')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin/messages')
export class SentMessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  @ApiOperation({ operationId: 'listSentMessages', summary: 'What attendees are told, and how far it has come' })
  @ApiOkResponse({ type: SentMessageListDto })
  list(): Promise<SentMessageListDto> {
    return this.messages.sent();
  }

  /** Attendees see it on the landing page and in their instance within seconds. */
  @Post()
  @ApiOperation({ operationId: 'sendMessage', summary: 'Tell all attendees something' })
  @ApiCreatedResponse({ type: SentMessageDto })
  @ApiProblems(InvalidRequestError, TooManyMessagesError)
  send(@Body() message: SendMessageDto, @Req() request: AdminRequest): Promise<SentMessageDto> {
    return this.messages.send(message, request);
  }

  @Delete(':id')
  @ApiParam({ name: 'id', type: String, description: 'The message', example: '5f1c0a9be8d24c7e' })
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'takeMessageBack', summary: 'Take a message back' })
  @ApiNoContentResponse()
  @ApiProblems(MessageNotFoundError)
  takeBack(@Param('id') id: string, @Req() request: AdminRequest): Promise<void> {
    return this.messages.takeBack(id, request);
  }
}
