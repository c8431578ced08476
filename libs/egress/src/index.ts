export { closedBy, EGRESS_MODES, egressMessage, METADATA, type Egress } from './egress';
