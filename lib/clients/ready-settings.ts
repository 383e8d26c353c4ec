import "server-only"
import { env } from "@/lib/env"

/** What ready settings are made of. */
type Connection = {
  readonly id: string
  readonly isSandbox: boolean
  readonly authMethod: "client_secret_basic" | "client_secret_post" | "private_key_jwt"
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly scopes: readonly string[]
  readonly idTokenAlg: string
}

/** Settings for one kind of system, to be copied. */
export type ReadySettings = { readonly kind: "php" | "java" | "dotnet" | "apache"; readonly text: string }

/** What every library asks for, and the settings of four of them. */
export function readySettings(client: Connection) {
  const issuer = `${new URL(env.ORIGIN).origin}${client.isSandbox ? "/oidc/sandbox" : "/oidc"}`
  const at = {
    issuer,
    client,
    redirect: client.redirectUris[0] ?? "",
    logout: client.postLogoutRedirectUris[0],
    scopes: client.scopes,
  }
  return {
    issuer,
    discovery: `${issuer}/.well-known/openid-configuration`,
    settings: [
      { kind: "php", text: php(at) },
      { kind: "java", text: java(at) },
      { kind: "dotnet", text: dotnet(at) },
      { kind: "apache", text: apache(at) },
    ] as const satisfies readonly ReadySettings[],
    /** Where mod_auth_openidc takes logout tokens. */
    apacheBackchannel: `${at.redirect}${at.redirect.includes("?") ? "&" : "?"}logout=backchannel`,
  }
}

type At = {
  readonly issuer: string
  readonly client: Connection
  readonly redirect: string
  readonly logout: string | undefined
  readonly scopes: readonly string[]
}

const quoted = (text: string) => `'${text.replace(/['\\]/g, (c) => `\\${c}`)}'`
const withoutOpenid = (scopes: readonly string[]) => scopes.filter((scope) => scope !== "openid")

/** https://github.com/jumbojett/OpenID-Connect-PHP, 1.0. It asks for `openid` by itself. */
function php({ issuer, client, redirect, logout, scopes }: At): string {
  const methods = quoted(client.authMethod)
  return `<?php
require __DIR__ . '/vendor/autoload.php';

use Jumbojett\\OpenIDConnectClient;

$oidc = new OpenIDConnectClient(
    ${quoted(issuer)},
    ${quoted(client.id)},
    getenv('DLA_SSO_SECRET')
);
$oidc->setRedirectURL(${quoted(redirect)});
$oidc->addScope([${withoutOpenid(scopes).map(quoted).join(", ")}]);
$oidc->setCodeChallengeMethod('S256');
$oidc->setTokenEndpointAuthMethodsSupported([${methods}]);
$oidc->authenticate();
$subject = $oidc->getVerifiedClaims('sub');
$person = $oidc->requestUserInfo();
${
  logout
    ? `
// sign-out
$oidc->signOut($oidc->getIdToken(), ${quoted(logout)});
`
    : ""
}`
}

/** Spring's own way to name an environment variable. */
const placeholder = (name: string) => `$\{${name}}`

/** Spring Boot 3 and 4, Spring Security's OAuth2 client. A client with a secret uses PKCE only where told so. */
function java({ issuer, client, redirect, logout, scopes }: At): string {
  const secret =
    client.authMethod === "private_key_jwt"
      ? ""
      : `\n            client-secret: ${placeholder("DLA_SSO_SECRET")}`
  return `# application.yml
spring:
  security:
    oauth2:
      client:
        registration:
          dla-sso:
            client-id: "${client.id}"${secret}
            client-authentication-method: ${client.authMethod}
            authorization-grant-type: authorization_code
            redirect-uri: "${redirect}"
            scope: ${scopes.join(", ")}
        provider:
          dla-sso:
            issuer-uri: "${issuer}"
            user-name-attribute: sub

# SecurityConfig.java
@Bean
SecurityFilterChain security(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {
  var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
  resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
  var signOut = new OidcClientInitiatedLogoutSuccessHandler(clients);${
    logout ? `\n  signOut.setPostLogoutRedirectUri("${logout}");` : ""
  }
  return http
      .authorizeHttpRequests(all -> all.anyRequest().authenticated())
      .oauth2Login(in -> in.authorizationEndpoint(at -> at.authorizationRequestResolver(resolver)))
      .logout(out -> out.logoutSuccessHandler(signOut))
      .oidcLogout(out -> out.backChannel(Customizer.withDefaults()))
      .build();
}
`
}

/** ASP.NET Core 8 and later. The handler uses PKCE by itself, and posts the secret in the form. */
function dotnet({ issuer, client, redirect, logout, scopes }: At): string {
  const pathOf = (uri: string) => URL.parse(uri)?.pathname ?? "/"
  const secret =
    client.authMethod === "private_key_jwt"
      ? ""
      : '\n    options.ClientSecret = builder.Configuration["DlaSso:ClientSecret"];'
  return `// Program.cs
builder.Services.AddAuthentication(options =>
{
    options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
    options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
})
.AddCookie()
.AddOpenIdConnect(options =>
{
    options.Authority = "${issuer}";
    options.ClientId = "${client.id}";${secret}
    options.ResponseType = "code";
    options.ResponseMode = "query";
    options.UsePkce = true;
    options.CallbackPath = "${pathOf(redirect)}";${
      logout ? `\n    options.SignedOutCallbackPath = "${pathOf(logout)}";` : ""
    }
    options.MapInboundClaims = false;
    options.GetClaimsFromUserInfoEndpoint = true;
    options.SaveTokens = true;
    options.Scope.Clear();
${scopes.map((scope) => `    options.Scope.Add("${scope}");`).join("\n")}
    options.ClaimActions.MapJsonKey("roles", "roles");
    options.ClaimActions.MapJsonKey("unit", "unit");
    options.TokenValidationParameters.NameClaimType = "name";
    options.TokenValidationParameters.RoleClaimType = "roles";
});
`
}

/**
 * mod_auth_openidc 2.4. Debian's runs a program for its passphrase alone, not for the secret; logout tokens reach it only
 * with its sessions kept on the server.
 */
function apache({ issuer, client, redirect, logout, scopes }: At): string {
  const secret =
    client.authMethod === "private_key_jwt"
      ? 'OIDCPrivateKeyFiles "/etc/apache2/dla-sso-key.pem"'
      : `# a file that root alone reads, with one line: OIDCClientSecret "the secret"
Include "/etc/apache2/dla-sso-secret.conf"`
  const path = URL.parse(redirect)?.pathname ?? "/callback"
  const protectedPath = path.replace(/[^/]+\/?$/, "") || "/"
  return `# /etc/apache2/conf-available/dla-sso.conf
OIDCProviderMetadataURL "${issuer}/.well-known/openid-configuration"
OIDCClientID "${client.id}"
${secret}
OIDCProviderTokenEndpointAuth ${client.authMethod}
OIDCRedirectURI "${redirect}"
OIDCCryptoPassphrase "exec:/bin/cat /etc/apache2/dla-sso-passphrase"
OIDCResponseType code
OIDCPKCEMethod S256
OIDCScope "${scopes.join(" ")}"
OIDCIDTokenSignedResponseAlg ${client.idTokenAlg}
OIDCRemoteUserClaim sub
OIDCSessionType server-cache
${logout ? `# sign-out: ${path}?logout=${encodeURIComponent(logout)}\n` : ""}
<Location "${protectedPath}">
  AuthType openid-connect
  Require valid-user
</Location>
`
}
