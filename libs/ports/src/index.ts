export { PortsExhaustedError } from './errors';
export { PortAllocator, type PortAllocatorOptions, type PortLease, type PortUsage } from './port-allocator';
