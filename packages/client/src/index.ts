export { dataOf, done, type Answer } from './answers.ts';
export { createJarvisClient, type ClientOptions, type JarvisClient } from './client.ts';
export { eventsOf, type EventOf, type ServerEvent, type StreamAnswer, type StreamOptions } from './events.ts';
export { follow, type Ask, type FollowOptions, type FollowState } from './follow.ts';
export { ApiProblem, Unreachable, fieldMessage, messageOf, problemFrom, type FieldError } from './problem.ts';
export type { components, operations, paths } from './schema.d.ts';
