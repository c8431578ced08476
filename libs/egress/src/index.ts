export { closedBy, EGRESS_MODES, egressWords, type Egress } from './egress';
