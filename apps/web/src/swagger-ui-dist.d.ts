declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface SwaggerOptions {
    readonly domNode: HTMLElement | undefined;
    readonly url: string;
    readonly validatorUrl: string | null;
    readonly docExpansion: 'list' | 'full' | 'none';
    readonly defaultModelsExpandDepth: number;
  }
  export default function SwaggerUI(options: SwaggerOptions): unknown;
}

declare module 'swagger-ui-dist/swagger-ui.css';
