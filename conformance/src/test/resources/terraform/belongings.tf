# What belongs to a pool: clients, a domain, identity providers, users, groups, looks.

resource "aws_cognito_user_pool_client" "plain" {
  name         = "plain"
  user_pool_id = aws_cognito_user_pool.plain.id
}

resource "aws_cognito_user_pool_client" "full" {
  name                                          = "${local.word} client"
  user_pool_id                                  = aws_cognito_user_pool.full.id
  access_token_validity                         = var.changed ? 30 : 20
  allowed_oauth_flows                           = var.changed ? ["code"] : ["code", "implicit"]
  allowed_oauth_flows_user_pool_client          = true
  allowed_oauth_scopes                          = var.changed ? ["openid", "email", "shop/read"] : ["openid", "shop/read"]
  auth_session_validity                         = var.changed ? 15 : 5
  callback_urls                                 = ["https://shop.example.com/back", "https://www.example.com/${local.word}"]
  default_redirect_uri                          = "https://shop.example.com/back"
  enable_propagate_additional_user_context_data = var.changed
  enable_token_revocation                       = !var.changed
  explicit_auth_flows                           = var.changed ? ["ALLOW_USER_SRP_AUTH"] : ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH"]
  generate_secret                               = true
  id_token_validity                             = 1
  logout_urls                                   = ["https://shop.example.com/${local.word}"]
  prevent_user_existence_errors                 = var.changed ? "LEGACY" : "ENABLED"
  read_attributes                               = var.changed ? ["email"] : ["email", "custom:plan"]
  refresh_token_validity                        = var.changed ? 6 : 7
  supported_identity_providers = [
    "COGNITO",
    aws_cognito_identity_provider.google.provider_name,
    aws_cognito_identity_provider.saml.provider_name,
  ]
  write_attributes = ["email", "custom:plan"]

  analytics_configuration {
    application_arn  = "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef0123456789abcdef"
    user_data_shared = var.changed
  }

  refresh_token_rotation {
    feature                    = "ENABLED"
    retry_grace_period_seconds = var.changed ? 20 : 10
  }

  token_validity_units {
    access_token  = "minutes"
    id_token      = "hours"
    refresh_token = "days"
  }

  depends_on = [aws_cognito_resource_server.shop]
}

resource "aws_cognito_user_pool_client" "analysed" {
  name         = "analysed"
  user_pool_id = aws_cognito_user_pool.plain.id

  analytics_configuration {
    application_id   = "0123456789abcdef0123456789abcdef"
    external_id      = "people"
    role_arn         = local.role
    user_data_shared = !var.changed
  }
}

# A client that another service made, as such a service would name it.
resource "aws_cognito_user_pool_client" "made" {
  name         = "AmazonOpenSearchService-people"
  user_pool_id = aws_cognito_user_pool.plain.id
  lifecycle {
    ignore_changes = all
  }
}

resource "aws_cognito_managed_user_pool_client" "managed" {
  name_prefix         = "AmazonOpenSearchService"
  user_pool_id        = aws_cognito_user_pool.plain.id
  explicit_auth_flows = var.changed ? ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"] : ["ALLOW_REFRESH_TOKEN_AUTH"]
  depends_on          = [aws_cognito_user_pool_client.made]
}

resource "aws_cognito_user_pool_domain" "prefix" {
  domain                = "terraform-people"
  managed_login_version = var.changed ? 2 : 1
  user_pool_id          = aws_cognito_user_pool.full.id
}

resource "aws_cognito_user_pool_domain" "own" {
  domain          = "auth.people.example.com"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-00000000000${var.changed ? 2 : 1}"
  user_pool_id    = aws_cognito_user_pool.addresses.id
}

resource "aws_cognito_resource_server" "shop" {
  identifier   = "shop"
  name         = "Shop"
  user_pool_id = aws_cognito_user_pool.full.id
  scope {
    scope_name        = "read"
    scope_description = "${local.word} reading"
  }
  dynamic "scope" {
    for_each = var.changed ? [] : ["write"]
    content {
      scope_name        = scope.value
      scope_description = "Writing"
    }
  }
}

resource "aws_cognito_identity_provider" "google" {
  provider_name = "Google"
  provider_type = "Google"
  user_pool_id  = aws_cognito_user_pool.full.id
  provider_details = {
    attributes_url                = "https://people.googleapis.com/v1/people/me?personFields="
    attributes_url_add_attributes = "true"
    authorize_scopes              = var.changed ? "openid email" : "email"
    authorize_url                 = "https://accounts.google.com/o/oauth2/v2/auth"
    client_id                     = "google-client"
    client_secret                 = "google-secret"
    oidc_issuer                   = "https://accounts.google.com"
    token_request_method          = "POST"
    token_url                     = "https://www.googleapis.com/oauth2/v4/token"
  }
  attribute_mapping = {
    email    = "email"
    username = "sub"
  }
}

resource "aws_cognito_identity_provider" "facebook" {
  provider_name = "Facebook"
  provider_type = "Facebook"
  user_pool_id  = aws_cognito_user_pool.full.id
  provider_details = {
    api_version                   = "v17.0"
    attributes_url                = "https://graph.facebook.com/v17.0/me?fields="
    attributes_url_add_attributes = "true"
    authorize_scopes              = "public_profile,email"
    authorize_url                 = "https://www.facebook.com/v17.0/dialog/oauth"
    client_id                     = "facebook-client"
    client_secret                 = "facebook-secret"
    token_request_method          = "GET"
    token_url                     = "https://graph.facebook.com/v17.0/oauth/access_token"
  }
}

resource "aws_cognito_identity_provider" "amazon" {
  provider_name = "LoginWithAmazon"
  provider_type = "LoginWithAmazon"
  user_pool_id  = aws_cognito_user_pool.full.id
  provider_details = {
    attributes_url                = "https://api.amazon.com/user/profile"
    attributes_url_add_attributes = "false"
    authorize_scopes              = "profile"
    authorize_url                 = "https://www.amazon.com/ap/oa"
    client_id                     = "amazon-client"
    client_secret                 = "amazon-secret"
    token_request_method          = "POST"
    token_url                     = "https://api.amazon.com/auth/o2/token"
  }
}

resource "aws_cognito_identity_provider" "oidc" {
  provider_name   = "people-oidc"
  provider_type   = "OIDC"
  user_pool_id    = aws_cognito_user_pool.full.id
  idp_identifiers = var.changed ? ["oidc.example.com", "people.example.com"] : ["oidc.example.com"]
  provider_details = {
    attributes_request_method     = var.changed ? "POST" : "GET"
    attributes_url                = "https://oidc.example.com/userinfo"
    attributes_url_add_attributes = "false"
    authorize_scopes              = "openid email"
    authorize_url                 = "https://oidc.example.com/authorize"
    client_id                     = "oidc-client"
    client_secret                 = "oidc-secret"
    jwks_uri                      = "https://oidc.example.com/keys"
    oidc_issuer                   = "https://oidc.example.com"
    token_url                     = "https://oidc.example.com/token"
  }
  attribute_mapping = merge({ email = "email", username = "sub" }, var.changed ? { name = "name" } : {})
}

resource "aws_cognito_identity_provider" "saml" {
  provider_name   = "people-saml"
  provider_type   = "SAML"
  user_pool_id    = aws_cognito_user_pool.full.id
  idp_identifiers = ["saml.example.com"]
  provider_details = {
    EncryptedResponses    = "false"
    IDPSignout            = var.changed ? "true" : "false"
    MetadataFile          = file("${path.module}/metadata.xml")
    SLORedirectBindingURI = "https://idp.example.com/logout"
    SSORedirectBindingURI = "https://idp.example.com/login"
  }
  attribute_mapping = {
    email = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"
  }
}

resource "aws_cognito_user_group" "readers" {
  name         = "readers"
  description  = "${local.word} readers"
  precedence   = var.changed ? 0 : 7
  role_arn     = local.role
  user_pool_id = aws_cognito_user_pool.people.id
}

resource "aws_cognito_user_group" "bare" {
  name         = "bare"
  user_pool_id = aws_cognito_user_pool.people.id
}

resource "aws_cognito_user" "jane" {
  username                 = "jane"
  user_pool_id             = aws_cognito_user_pool.people.id
  client_metadata          = { from = "terraform" }
  desired_delivery_mediums = ["EMAIL"]
  enabled                  = !var.changed
  force_alias_creation     = false
  message_action           = "SUPPRESS"
  temporary_password       = "Corr3ct-Horse!"
  validation_data          = { from = "terraform" }
  attributes = merge(
    { email = "jane@example.com", email_verified = "true", plan = local.word },
    var.changed ? {} : { nickname = "Jane" },
  )
}

resource "aws_cognito_user" "john" {
  username     = "john"
  user_pool_id = aws_cognito_user_pool.people.id
  password     = var.changed ? "N3w-Passw0rd!" : "Corr3ct-Horse!"
  attributes = {
    email = "john@example.com"
  }
}

resource "aws_cognito_user_in_group" "jane" {
  group_name   = aws_cognito_user_group.readers.name
  user_pool_id = aws_cognito_user_pool.people.id
  username     = aws_cognito_user.jane.username
}

resource "aws_cognito_risk_configuration" "pool" {
  user_pool_id = aws_cognito_user_pool.full.id

  account_takeover_risk_configuration {
    actions {
      low_action {
        event_action = "NO_ACTION"
        notify       = false
      }
      medium_action {
        event_action = "MFA_IF_CONFIGURED"
        notify       = true
      }
      high_action {
        event_action = var.changed ? "BLOCK" : "MFA_REQUIRED"
        notify       = true
      }
    }
    notify_configuration {
      from       = "people@example.com"
      reply_to   = "answers@example.com"
      source_arn = "arn:aws:ses:us-east-1:123456789012:identity/people@example.com"
      block_email {
        html_body = "<p>${local.word}: blocked</p>"
        subject   = "Blocked"
        text_body = "${local.word}: blocked"
      }
      mfa_email {
        html_body = "<p>${local.word}: asked</p>"
        subject   = "Asked"
        text_body = "${local.word}: asked"
      }
      no_action_email {
        html_body = "<p>${local.word}: noted</p>"
        subject   = "Noted"
        text_body = "${local.word}: noted"
      }
    }
  }

  compromised_credentials_risk_configuration {
    event_filter = var.changed ? ["SIGN_IN"] : ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"]
    actions {
      event_action = "BLOCK"
    }
  }

  risk_exception_configuration {
    blocked_ip_range_list = var.changed ? ["192.0.2.0/24", "198.51.100.0/24"] : ["192.0.2.0/24"]
    skipped_ip_range_list = ["203.0.113.0/24"]
  }
}

resource "aws_cognito_risk_configuration" "client" {
  client_id    = aws_cognito_user_pool_client.full.id
  user_pool_id = aws_cognito_user_pool.full.id

  risk_exception_configuration {
    blocked_ip_range_list = [var.changed ? "192.0.2.0/25" : "192.0.2.0/24"]
  }
}

resource "aws_cognito_user_pool_ui_customization" "all" {
  css          = ".label-customizable {font-weight: ${var.changed ? 400 : 700};}"
  image_file   = filebase64("${path.module}/logo.png")
  user_pool_id = aws_cognito_user_pool_domain.prefix.user_pool_id
}

resource "aws_cognito_user_pool_ui_customization" "client" {
  client_id    = aws_cognito_user_pool_client.full.id
  css          = ".banner-customizable {background: ${var.changed ? "white" : "black"};}"
  user_pool_id = aws_cognito_user_pool_domain.prefix.user_pool_id
}

data "aws_cognito_user_pool" "full" {
  user_pool_id = aws_cognito_user_pool.full.id
}

data "aws_cognito_user_pools" "full" {
  name       = aws_cognito_user_pool.full.name
  depends_on = [aws_cognito_user_pool.full]
}

data "aws_cognito_user_pool_client" "full" {
  client_id    = aws_cognito_user_pool_client.full.id
  user_pool_id = aws_cognito_user_pool.full.id
}

data "aws_cognito_user_pool_clients" "full" {
  user_pool_id = aws_cognito_user_pool_client.full.user_pool_id
}

data "aws_cognito_user_pool_signing_certificate" "full" {
  user_pool_id = aws_cognito_user_pool.full.id
}

data "aws_cognito_user_group" "readers" {
  name         = aws_cognito_user_group.readers.name
  user_pool_id = aws_cognito_user_pool.people.id
}

data "aws_cognito_user_groups" "full" {
  user_pool_id = aws_cognito_user_pool.people.id
  depends_on   = [aws_cognito_user_group.readers, aws_cognito_user_group.bare]
}
