export interface paths {
  '/api/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the platform is */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The token's session, or all of them for organisers */
    get: operations['listSessions'];
    put?: never;
    /** Launch an instance */
    post: operations['createSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A session as it is now */
    get: operations['getSession'];
    put?: never;
    post?: never;
    /** End a session and remove all that belongs to it */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether both servers of the instance answer */
    get: operations['getSessionHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Push a session's expiry back */
    post: operations['extendSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The state now, then each change, until the session has ended (server-sent events) */
    get: operations['followSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/capacity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How full the platform is */
    get: operations['getCapacity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tickets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A place in the waiting room as it is now */
    get: operations['getTicket'];
    put?: never;
    post?: never;
    /** Give the place up */
    delete: operations['leaveLine'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tickets/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The place now, then each change, until it has become a session or was given up (server-sent events) */
    get: operations['followTicket'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log in */
    post: operations['adminLogin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/pool': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The warm instances, their target and the ramp plan */
    get: operations['getPool'];
    /** Change how many warm instances are kept */
    put: operations['updatePool'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End the login of this token */
    post: operations['adminLogout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The global configuration */
    get: operations['getConfig'];
    /** Change the global configuration */
    put: operations['updateConfig'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/active': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All sessions that have not ended */
    get: operations['listActiveSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/cleanup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End every session whose time has run out */
    post: operations['cleanupSessions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A session with its ports, volume and configuration */
    get: operations['getAdminSession'];
    put?: never;
    post?: never;
    /** End a session and remove all that belongs to it */
    delete: operations['terminateSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change what one session may do, over the platform's features */
    post: operations['updateSessionConfig'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Push a session's expiry back */
    post: operations['extendSessionAsAdmin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    EngineHealthDto: {
      /** @enum {string} */
      driver: 'docker' | 'process';
      /** @enum {string} */
      status: 'up' | 'down';
    };
    WarningDto: {
      /** @enum {string} */
      code: 'default_password' | 'process_driver' | 'image_missing';
      /**
       * @description What it means and what to do.
       * @example The admin password is the published default. Set ADMIN_PASSWORD before the event.
       */
      message: string;
    };
    HealthDto: {
      /**
       * @description `degraded`: nothing new can be started; `unhealthy`: Redis is away.
       * @enum {string}
       */
      status: 'healthy' | 'degraded' | 'unhealthy';
      /** Format: date-time */
      timestamp: string;
      /**
       * @description Null while Redis is away.
       * @example 0
       */
      active_sessions: number | null;
      /** @example 150 */
      max_sessions: number | null;
      /** @example 24 */
      session_ttl_hours: number | null;
      /** @enum {string} */
      redis: 'up' | 'down';
      engine: components['schemas']['EngineHealthDto'];
      warnings: components['schemas']['WarningDto'][];
    };
    ProgressDto: {
      /**
       * @example starting
       * @enum {string}
       */
      step: 'queued' | 'ports' | 'storage' | 'containers' | 'starting' | 'ready' | 'claimed' | 'configured' | 'done';
      /** @example 45 */
      percent: number;
      /** @example Starting your containers */
      message: string;
    };
    ContainersDto: {
      /** @example running */
      frontend?: string;
      /** @example running */
      backend?: string;
    };
    SessionDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @example active
       * @enum {string}
       */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /**
       * @example {
       *       "table": 4
       *     }
       */
      metadata: {
        [key: string]: unknown;
      };
      /**
       * @description Opens the instance; null until it is active.
       * @example http://localhost:10000/?token=…
       */
      frontend_url: string | null;
      /**
       * @description The instance's API; null until it is active.
       * @example http://localhost:10001/api/v1/
       */
      backend_url: string | null;
      /**
       * @description The key to `backend_url`, as a Bearer token or `X-API-Key`; null until the session is active.
       * @example mD3u…
       */
      access_token: string | null;
      /**
       * @description What went wrong, when it did.
       * @example null
       */
      error: string | null;
      progress: components['schemas']['ProgressDto'];
      containers: components['schemas']['ContainersDto'];
    };
    SessionListDto: {
      /** @example 1 */
      total: number;
      sessions: components['schemas']['SessionDto'][];
    };
    EndedSessionDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @enum {string} */
      status: 'ended' | 'stopping';
    };
    ServiceHealthDto: {
      /** @enum {string} */
      status: 'healthy' | 'unhealthy';
      /**
       * @description What the container does, in Docker's words.
       * @example running
       */
      state?: string;
    };
    ServicesHealthDto: {
      frontend: components['schemas']['ServiceHealthDto'];
      backend: components['schemas']['ServiceHealthDto'];
    };
    SessionHealthDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @enum {string} */
      status: 'healthy' | 'unhealthy';
      services: components['schemas']['ServicesHealthDto'];
    };
    ExtendOwnSessionDto: {
      /**
       * @description Hours to add; without them the session is extended as far as its owner may.
       * @example 2
       */
      hours?: number;
    };
    SessionEventDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @enum {string} */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      expires_at: string;
      /**
       * @description Why it has ended.
       * @enum {string}
       */
      reason?: 'deleted' | 'terminated' | 'expired' | 'failed' | 'lost';
      /**
       * @description What went wrong, when it did.
       * @example The frontend ended as soon as it was started.
       */
      error?: string;
      progress: components['schemas']['ProgressDto'];
    };
    WarmCapacityDto: {
      /**
       * @description Instances that are given away in milliseconds.
       * @example 20
       */
      ready: number;
      /** @example 2 */
      starting: number;
    };
    LineCapacityDto: {
      /** @example 0 */
      length: number;
      /**
       * @description How many may wait; 0 where the waiting room is closed.
       * @example 1000
       */
      max_length: number;
      /**
       * @description How long somebody who came now would wait; null when nothing tells.
       * @example 0
       */
      estimated_wait_seconds: number | null;
    };
    CapacityDto: {
      /**
       * @description What a launch gets now: an instance (`open`), a place in line where it asks for one (`waiting`), or a refusal (`full`).
       * @example open
       * @enum {string}
       */
      status: 'open' | 'waiting' | 'full';
      /** @example 150 */
      max_sessions: number;
      /** @example 37 */
      active_sessions: number;
      /**
       * @description Launches that would get an instance now.
       * @example 113
       */
      available: number;
      warm: components['schemas']['WarmCapacityDto'];
      waiting: components['schemas']['LineCapacityDto'];
    };
    CreatedSessionDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @example active
       * @enum {string}
       */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /**
       * @example {
       *       "table": 4
       *     }
       */
      metadata: {
        [key: string]: unknown;
      };
      /**
       * @description Opens the instance; null until it is active.
       * @example http://localhost:10000/?token=…
       */
      frontend_url: string | null;
      /**
       * @description The instance's API; null until it is active.
       * @example http://localhost:10001/api/v1/
       */
      backend_url: string | null;
      /**
       * @description The key to `backend_url`, as a Bearer token or `X-API-Key`; null until the session is active.
       * @example mD3u…
       */
      access_token: string | null;
      /**
       * @description What went wrong, when it did.
       * @example null
       */
      error: string | null;
      /**
       * @description Opens the session for its owner. It is shown here and never again.
       * @example qkUuM5c0…
       */
      session_token: string;
      progress: components['schemas']['ProgressDto'];
      containers: components['schemas']['ContainersDto'];
    };
    CreatedTicketDto: {
      /** @example 5f1c0a9be8d24c7e9a31b6d0 */
      ticket_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @description `admitted`: it has become a session, which the same token opens; `ended`: the place was given up.
       * @example waiting
       * @enum {string}
       */
      status: 'waiting' | 'admitted' | 'ended';
      /**
       * @description From 1; null once it is not in line any more.
       * @example 4
       */
      place: number | null;
      /** @example 12 */
      line_length: number;
      /**
       * @description From how places came free of late, and when running sessions expire; null when nothing tells.
       * @example 180
       */
      estimated_wait_seconds: number | null;
      /** Format: date-time */
      created_at: string;
      /**
       * @description The session that it has become.
       * @example null
       */
      session_id: string | null;
      /**
       * @description Why it ended without a session.
       * @example null
       * @enum {string|null}
       */
      reason: 'left' | 'away' | 'user_limit' | 'lost' | null;
      /**
       * @description Opens the ticket, and the session that it becomes. It is shown here and never again.
       * @example qkUuM5c0…
       */
      session_token: string;
    };
    CreateSessionDto: {
      /**
       * @description Who the session is for: a name, an e-mail address, any text of up to 256 characters.
       * @example ada@example.org
       */
      user_id: string;
      /**
       * @description Anything the caller wants to keep with the session; 8 KB of JSON at most.
       * @example {
       *       "table": 4
       *     }
       */
      metadata?: {
        [key: string]: unknown;
      };
    };
    TicketDto: {
      /** @example 5f1c0a9be8d24c7e9a31b6d0 */
      ticket_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @description `admitted`: it has become a session, which the same token opens; `ended`: the place was given up.
       * @example waiting
       * @enum {string}
       */
      status: 'waiting' | 'admitted' | 'ended';
      /**
       * @description From 1; null once it is not in line any more.
       * @example 4
       */
      place: number | null;
      /** @example 12 */
      line_length: number;
      /**
       * @description From how places came free of late, and when running sessions expire; null when nothing tells.
       * @example 180
       */
      estimated_wait_seconds: number | null;
      /** Format: date-time */
      created_at: string;
      /**
       * @description The session that it has become.
       * @example null
       */
      session_id: string | null;
      /**
       * @description Why it ended without a session.
       * @example null
       * @enum {string|null}
       */
      reason: 'left' | 'away' | 'user_limit' | 'lost' | null;
    };
    LeftTicketDto: {
      /** @example 5f1c0a9be8d24c7e9a31b6d0 */
      ticket_id: string;
      /** @enum {string} */
      status: 'ended';
    };
    LoginDto: {
      /** @example admin */
      username: string;
      /** @example techsummit2025 */
      password: string;
    };
    TokenDto: {
      /** @example Zk1u… */
      access_token: string;
      /** @enum {string} */
      token_type: 'Bearer';
      /**
       * @description Seconds.
       * @example 28800
       */
      expires_in: number;
    };
    RampStepDto: {
      /**
       * @description `HH:MM`, every day by the host's clock, or one moment as ISO 8601 with its zone.
       * @example 08:45
       */
      at: string;
      /**
       * @description How many warm instances are kept from then on.
       * @example 150
       */
      keep: number;
    };
    PoolBackoffDto: {
      /**
       * @description Failed starts in a row.
       * @example 2
       */
      failures: number;
      /** Format: date-time */
      retry_at: string;
      /**
       * @description What went wrong at last.
       * @example no such image: jarvis-frontend:prod
       */
      error: string;
    };
    PoolDto: {
      /**
       * @description How many warm instances are to be kept.
       * @example 20
       */
      target: number;
      /**
       * @description Whose decision that is: the latest one wins.
       * @enum {string}
       */
      target_source: 'admin' | 'environment' | 'plan';
      plan: components['schemas']['RampStepDto'][];
      /** @enum {string} */
      plan_source: 'admin' | 'environment';
      /**
       * Format: date-time
       * @description When the plan changes the target next; null when it does not.
       */
      next_at: string | null;
      /** @example 150 */
      next_target: number | null;
      /**
       * @description Warm instances that can be claimed at once.
       * @example 18
       */
      ready: number;
      /** @example 2 */
      starting: number;
      /**
       * @description Those that are being removed.
       * @example 0
       */
      retiring: number;
      /**
       * @description What a pair that is started now is made of; changes with images and settings.
       * @example 7b0c3f5a91d2e864
       */
      revision: string | null;
      /**
       * @description Null while starts succeed.
       * @example null
       */
      backoff: components['schemas']['PoolBackoffDto'] | null;
    };
    UpdatePoolDto: {
      /**
       * @description How many warm instances are kept from now on, until a step of the plan says otherwise.
       * @example 20
       */
      target?: number;
      /** @description Replaces the whole plan; an empty list is no plan. */
      plan?: components['schemas']['RampStepDto'][];
    };
    FeaturesDto: {
      /** @example true */
      log_generation: boolean;
      /** @example true */
      destinations: boolean;
      /**
       * @example [
       *       "all"
       *     ]
       */
      scenarios: string[];
      /**
       * @example [
       *       "all"
       *     ]
       */
      products: string[];
      /** @example 1000 */
      max_events: number | null;
      /** @example 100 */
      rate_limit: number | null;
    };
    SourcesDto: {
      /** @enum {string} */
      max_sessions: 'admin' | 'environment' | 'default';
      /** @enum {string} */
      max_sessions_per_user: 'admin' | 'environment' | 'default';
      /** @enum {string} */
      session_ttl_hours: 'admin' | 'environment' | 'default';
      /** @enum {string} */
      features: 'admin' | 'environment' | 'default';
    };
    ConfigDto: {
      /** @example 150 */
      max_sessions: number;
      /** @example 5 */
      max_sessions_per_user: number;
      /** @example 24 */
      session_ttl_hours: number;
      features: components['schemas']['FeaturesDto'];
      sources: components['schemas']['SourcesDto'];
    };
    UpdateFeaturesDto: {
      /**
       * @description Whether events can be generated and sent.
       * @example true
       */
      log_generation?: boolean;
      /**
       * @description Whether destinations can be created, changed and deleted.
       * @example true
       */
      destinations?: boolean;
      /**
       * @description Ids of the scenarios that may be used, or `all`.
       * @example [
       *       "all"
       *     ]
       */
      scenarios?: string[];
      /**
       * @description Ids or vendors of the products that may be used, or `all`.
       * @example [
       *       "sentinelone"
       *     ]
       */
      products?: string[];
      /**
       * @description Another name of `products`.
       * @example [
       *       "sentinelone"
       *     ]
       */
      allowed_products?: string[];
      /**
       * @description Events that a session may send in total; null for no limit.
       * @example 1000
       */
      max_events?: number | null;
      /**
       * @description Events per second over all sends of a session; null for no limit.
       * @example 100
       */
      rate_limit?: number | null;
    };
    UpdateConfigDto: {
      /** @example 150 */
      max_sessions?: number;
      /** @example 3 */
      max_sessions_per_user?: number;
      /** @example 24 */
      session_ttl_hours?: number;
      features?: components['schemas']['UpdateFeaturesDto'];
    };
    SessionSummaryDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @example active
       * @enum {string}
       */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      containers: components['schemas']['ContainersDto'];
    };
    ActiveSessionsDto: {
      /** @example 15 */
      total: number;
      /** @example 150 */
      max_sessions: number;
      sessions: components['schemas']['SessionSummaryDto'][];
    };
    CleanupDto: {
      /** @example 2 */
      cleaned: number;
      /**
       * @example [
       *       "user123-a24fd782",
       *       "ada-09c1f3d2"
       *     ]
       */
      sessions: string[];
    };
    PortsDto: {
      /** @example 10000 */
      frontend: number;
      /** @example 10001 */
      backend: number;
    };
    AdminSessionDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @example active
       * @enum {string}
       */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /**
       * @example {
       *       "table": 4
       *     }
       */
      metadata: {
        [key: string]: unknown;
      };
      /**
       * @description What went wrong, when it did.
       * @example null
       */
      error: string | null;
      /** @example a24fd782 */
      instance_id: string;
      ports: components['schemas']['PortsDto'] | null;
      /** @example jarvis-user123-a24fd782-data */
      volume: string;
      /**
       * @description Whether the running instance has taken the newest configuration.
       * @example true
       */
      config_applied: boolean;
      progress: components['schemas']['ProgressDto'];
      /** @description What the session may do: the platform's features with its own over them. */
      config: components['schemas']['FeaturesDto'];
      containers: components['schemas']['ContainersDto'];
    };
    UpdateSessionConfigDto: {
      features: components['schemas']['UpdateFeaturesDto'];
    };
    SessionConfigDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /**
       * @description Whether the running instance has taken it; if not, it is tried again until it does.
       * @example true
       */
      applied: boolean;
      features: components['schemas']['FeaturesDto'];
    };
    ExtendSessionDto: {
      /**
       * @description Hours to add to the session's expiry.
       * @example 12
       */
      hours: number;
    };
    FieldProblem: {
      /** @example user_id */
      field: string;
      /** @example user_id must be longer than or equal to 1 characters */
      message: string;
    };
    Problem: {
      /** @example about:blank */
      type: string;
      /** @example The platform is full */
      title: string;
      /** @example 503 */
      status: number;
      /** @example All 150 instances are taken. Try again in 30 seconds. */
      detail: string;
      /** @example full */
      code: string;
      /** @example expired */
      reason?: string;
      errors?: components['schemas']['FieldProblem'][];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "healthy",
           *       "timestamp": "2026-05-04T08:45:00.000Z",
           *       "active_sessions": 0,
           *       "max_sessions": 150,
           *       "session_ttl_hours": 24,
           *       "redis": "up",
           *       "engine": {
           *         "driver": "docker",
           *         "status": "up"
           *       },
           *       "warnings": [
           *         {
           *           "code": "default_password",
           *           "message": "The admin password is the published default. Set ADMIN_PASSWORD before the event."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['HealthDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Redis is away */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "healthy",
           *       "timestamp": "2026-05-04T08:45:00.000Z",
           *       "active_sessions": 0,
           *       "max_sessions": 150,
           *       "session_ttl_hours": 24,
           *       "redis": "up",
           *       "engine": {
           *         "driver": "docker",
           *         "status": "up"
           *       },
           *       "warnings": [
           *         {
           *           "code": "default_password",
           *           "message": "The admin password is the published default. Set ADMIN_PASSWORD before the event."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['HealthDto'];
        };
      };
    };
  };
  listSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 1,
           *       "sessions": [
           *         {
           *           "session_id": "user123-a24fd782",
           *           "user_id": "user123",
           *           "status": "active",
           *           "created_at": "2026-05-04T08:45:00.000Z",
           *           "expires_at": "2026-05-04T08:45:00.000Z",
           *           "metadata": {
           *             "table": 4
           *           },
           *           "frontend_url": "http://localhost:10000/?token=…",
           *           "backend_url": "http://localhost:10001/api/v1/",
           *           "access_token": "mD3u…",
           *           "error": null,
           *           "progress": {
           *             "step": "starting",
           *             "percent": 45,
           *             "message": "Starting your containers"
           *           },
           *           "containers": {
           *             "frontend": "running",
           *             "backend": "running"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['SessionListDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Who are you? (`unauthorized`)
       *
       *     Who are you? (`unauthorized`)
       */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Too many wrong passwords (`too_many_attempts`)
       *
       *     Too many wrong passwords (`too_many_attempts`)
       */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createSession: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description 16 to 255 characters, a UUID say: a repetition answers the same session or ticket, and token
         * @example 1f0b8a52-6a1e-4c0f-9d53-6f4a0f2f7b11
         */
        'Idempotency-Key'?: string;
        /**
         * @description `respond-async` (RFC 7240) answers at once; `waiting-room` takes a place in line where the platform is full
         * @example respond-async, waiting-room
         */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "user_id": "ada@example.org",
         *       "metadata": {
         *         "table": 4
         *       }
         *     }
         */
        'application/json': components['schemas']['CreateSessionDto'];
      };
    };
    responses: {
      /** @description The instance answers */
      201: {
        headers: {
          /**
           * @description Where what was made can be read
           * @example /api/sessions/user123-a24fd782
           */
          Location: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "session_token": "qkUuM5c0…",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['CreatedSessionDto'];
        };
      };
      /** @description The start goes on; or, with a `ticket_id`, a place in line */
      202: {
        headers: {
          /**
           * @description Where what was made can be read
           * @example /api/sessions/user123-a24fd782
           */
          Location: string;
          /**
           * @description Which wish of `Prefer` was granted (RFC 7240)
           * @example waiting-room
           */
          'Preference-Applied'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "session_token": "qkUuM5c0…",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['CreatedSessionDto'] | components['schemas']['CreatedTicketDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This Idempotency-Key was used for another request (`idempotency_mismatch`) */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description You have enough instances (`user_limit`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 60
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Your instance could not be started (`launch_failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform is full (`full`); The platform and its waiting room are full (`line_full`); The container engine is away (`engine_unavailable`); No address is free (`ports_exhausted`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 30
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['SessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Too many wrong passwords (`too_many_attempts`)
       *
       *     Too many wrong passwords (`too_many_attempts`)
       */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description The platform cannot reach its memory (`redis_unavailable`)
       *
       *     The platform cannot reach its memory (`redis_unavailable`)
       */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['EndedSessionDto'];
        };
      };
      /** @description The end takes long and goes on */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['EndedSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Too many wrong passwords (`too_many_attempts`)
       *
       *     Too many wrong passwords (`too_many_attempts`)
       */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description The platform cannot reach its memory (`redis_unavailable`)
       *
       *     The platform cannot reach its memory (`redis_unavailable`)
       */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSessionHealth: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "healthy",
           *       "services": {
           *         "frontend": {
           *           "status": "healthy",
           *           "state": "running"
           *         },
           *         "backend": {
           *           "status": "healthy",
           *           "state": "running"
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['SessionHealthDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Too many wrong passwords (`too_many_attempts`)
       *
       *     Too many wrong passwords (`too_many_attempts`)
       */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description The platform cannot reach its memory (`redis_unavailable`)
       *
       *     The platform cannot reach its memory (`redis_unavailable`)
       */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  extendSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "hours": 2
         *     }
         */
        'application/json': components['schemas']['ExtendOwnSessionDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['SessionDto'];
        };
      };
      /**
       * @description The request is not valid (`invalid`)
       *
       *     The request is not valid (`invalid`)
       *
       *     The request is not valid (`invalid`)
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This extension is too long (`extension_too_long`)
       *
       *     This extension is too long (`extension_too_long`)
       *
       *     This extension is too long (`extension_too_long`)
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Too many wrong passwords (`too_many_attempts`)
       *
       *     Too many wrong passwords (`too_many_attempts`)
       */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description The platform cannot reach its memory (`redis_unavailable`)
       *
       *     The platform cannot reach its memory (`redis_unavailable`)
       */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each `data:` line is one such object */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "creating",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "reason": "deleted",
           *       "error": "The frontend ended as soon as it was started.",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       }
           *     }
           */
          'text/event-stream': components['schemas']['SessionEventDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Too many wrong passwords (`too_many_attempts`)
       *
       *     Too many wrong passwords (`too_many_attempts`)
       */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description The platform cannot reach its memory (`redis_unavailable`)
       *
       *     The platform cannot reach its memory (`redis_unavailable`)
       */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCapacity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "open",
           *       "max_sessions": 150,
           *       "active_sessions": 37,
           *       "available": 113,
           *       "warm": {
           *         "ready": 20,
           *         "starting": 2
           *       },
           *       "waiting": {
           *         "length": 0,
           *         "max_length": 1000,
           *         "estimated_wait_seconds": 0
           *       }
           *     }
           */
          'application/json': components['schemas']['CapacityDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTicket: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ticket's id
         * @example 5f1c0a9be8d24c7e9a31b6d0
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "ticket_id": "5f1c0a9be8d24c7e9a31b6d0",
           *       "user_id": "user123",
           *       "status": "waiting",
           *       "place": 4,
           *       "line_length": 12,
           *       "estimated_wait_seconds": 180,
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "session_id": null,
           *       "reason": null
           *     }
           */
          'application/json': components['schemas']['TicketDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such ticket (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This place in the line is gone (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leaveLine: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ticket's id
         * @example 5f1c0a9be8d24c7e9a31b6d0
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "ticket_id": "5f1c0a9be8d24c7e9a31b6d0",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['LeftTicketDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such ticket (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Your turn has come (`admitted`)
       *
       *     Your turn has come (`admitted`)
       */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This place in the line is gone (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followTicket: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ticket's id
         * @example 5f1c0a9be8d24c7e9a31b6d0
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each `data:` line is one such object */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "ticket_id": "5f1c0a9be8d24c7e9a31b6d0",
           *       "user_id": "user123",
           *       "status": "waiting",
           *       "place": 4,
           *       "line_length": 12,
           *       "estimated_wait_seconds": 180,
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "session_id": null,
           *       "reason": null
           *     }
           */
          'text/event-stream': components['schemas']['TicketDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such ticket (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This place in the line is gone (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  adminLogin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "admin",
         *       "password": "techsummit2025"
         *     }
         */
        'application/json': components['schemas']['LoginDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "access_token": "Zk1u…",
           *       "token_type": "Bearer",
           *       "expires_in": 28800
           *     }
           */
          'application/json': components['schemas']['TokenDto'];
        };
      };
      /**
       * @description The request is not valid (`invalid`)
       *
       *     The request is not valid (`invalid`)
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Who are you? (`unauthorized`)
       *
       *     Who are you? (`unauthorized`)
       */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description Too many wrong passwords (`too_many_attempts`)
       *
       *     Too many wrong passwords (`too_many_attempts`)
       */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPool: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "target": 20,
           *       "target_source": "admin",
           *       "plan": [
           *         {
           *           "at": "08:45",
           *           "keep": 150
           *         }
           *       ],
           *       "plan_source": "admin",
           *       "next_at": "2026-05-04T08:45:00.000Z",
           *       "next_target": 150,
           *       "ready": 18,
           *       "starting": 2,
           *       "retiring": 0,
           *       "revision": "7b0c3f5a91d2e864",
           *       "backoff": null
           *     }
           */
          'application/json': components['schemas']['PoolDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updatePool: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "target": 20,
         *       "plan": [
         *         {
         *           "at": "08:45",
         *           "keep": 150
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['UpdatePoolDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "target": 20,
           *       "target_source": "admin",
           *       "plan": [
           *         {
           *           "at": "08:45",
           *           "keep": 150
           *         }
           *       ],
           *       "plan_source": "admin",
           *       "next_at": "2026-05-04T08:45:00.000Z",
           *       "next_target": 150,
           *       "ready": 18,
           *       "starting": 2,
           *       "retiring": 0,
           *       "revision": "7b0c3f5a91d2e864",
           *       "backoff": null
           *     }
           */
          'application/json': components['schemas']['PoolDto'];
        };
      };
      /**
       * @description The request is not valid (`invalid`)
       *
       *     The request is not valid (`invalid`)
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  adminLogout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "max_sessions": 150,
           *       "max_sessions_per_user": 5,
           *       "session_ttl_hours": 24,
           *       "features": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "sources": {
           *         "max_sessions": "admin",
           *         "max_sessions_per_user": "admin",
           *         "session_ttl_hours": "admin",
           *         "features": "admin"
           *       }
           *     }
           */
          'application/json': components['schemas']['ConfigDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "max_sessions": 150,
         *       "max_sessions_per_user": 3,
         *       "session_ttl_hours": 24,
         *       "features": {
         *         "log_generation": true,
         *         "destinations": true,
         *         "scenarios": [
         *           "all"
         *         ],
         *         "products": [
         *           "sentinelone"
         *         ],
         *         "allowed_products": [
         *           "sentinelone"
         *         ],
         *         "max_events": 1000,
         *         "rate_limit": 100
         *       }
         *     }
         */
        'application/json': components['schemas']['UpdateConfigDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "max_sessions": 150,
           *       "max_sessions_per_user": 5,
           *       "session_ttl_hours": 24,
           *       "features": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "sources": {
           *         "max_sessions": "admin",
           *         "max_sessions_per_user": "admin",
           *         "session_ttl_hours": "admin",
           *         "features": "admin"
           *       }
           *     }
           */
          'application/json': components['schemas']['ConfigDto'];
        };
      };
      /**
       * @description The request is not valid (`invalid`)
       *
       *     The request is not valid (`invalid`)
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listActiveSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 15,
           *       "max_sessions": 150,
           *       "sessions": [
           *         {
           *           "session_id": "user123-a24fd782",
           *           "user_id": "user123",
           *           "status": "active",
           *           "created_at": "2026-05-04T08:45:00.000Z",
           *           "expires_at": "2026-05-04T08:45:00.000Z",
           *           "containers": {
           *             "frontend": "running",
           *             "backend": "running"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ActiveSessionsDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cleanupSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "cleaned": 2,
           *       "sessions": [
           *         "user123-a24fd782",
           *         "ada-09c1f3d2"
           *       ]
           *     }
           */
          'application/json': components['schemas']['CleanupDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAdminSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "error": null,
           *       "instance_id": "a24fd782",
           *       "ports": {
           *         "frontend": 10000,
           *         "backend": 10001
           *       },
           *       "volume": "jarvis-user123-a24fd782-data",
           *       "config_applied": true,
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "config": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['AdminSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  terminateSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['EndedSessionDto'];
        };
      };
      /** @description The end takes long and goes on */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['EndedSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateSessionConfig: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "features": {
         *         "log_generation": true,
         *         "destinations": true,
         *         "scenarios": [
         *           "all"
         *         ],
         *         "products": [
         *           "sentinelone"
         *         ],
         *         "allowed_products": [
         *           "sentinelone"
         *         ],
         *         "max_events": 1000,
         *         "rate_limit": 100
         *       }
         *     }
         */
        'application/json': components['schemas']['UpdateSessionConfigDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "applied": true,
           *       "features": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       }
           *     }
           */
          'application/json': components['schemas']['SessionConfigDto'];
        };
      };
      /**
       * @description The request is not valid (`invalid`)
       *
       *     The request is not valid (`invalid`)
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  extendSessionAsAdmin: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "hours": 12
         *     }
         */
        'application/json': components['schemas']['ExtendSessionDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "error": null,
           *       "instance_id": "a24fd782",
           *       "ports": {
           *         "frontend": 10000,
           *         "backend": 10001
           *       },
           *       "volume": "jarvis-user123-a24fd782-data",
           *       "config_applied": true,
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "config": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['AdminSessionDto'];
        };
      };
      /**
       * @description The request is not valid (`invalid`)
       *
       *     The request is not valid (`invalid`)
       */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description No such session (`not_found`)
       *
       *     No such session (`not_found`)
       */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This session has ended (`gone`)
       *
       *     This session has ended (`gone`)
       */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description This extension is too long (`extension_too_long`)
       *
       *     This extension is too long (`extension_too_long`)
       */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
