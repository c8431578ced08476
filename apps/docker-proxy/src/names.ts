/** As libs/orchestrator names and labels things; a session's id ends in the 8 hex digits of its instance. */
export const MANAGED_BY = 'jarvis_session_manager';

const SESSION = '[a-z0-9][a-z0-9-]*-[0-9a-f]{8}|[0-9a-f]{8}';
export const CONTAINER_NAME = new RegExp(`^jarvis-(?:${SESSION})-(?:backend|frontend)$`);
export const VOLUME_NAME = new RegExp(`^jarvis-(?:${SESSION})-data$`);
export const NETWORK_NAME = new RegExp(`^zz-jarvis-(?:${SESSION})-net$`);
