locals {
  function = "arn:aws:lambda:us-east-1:123456789012:function:"
  key      = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000"
  role     = "arn:aws:iam::123456789012:role/cognito"
  word     = var.changed ? "Changed" : "First"
}

# Nothing but a name: every default must be one that the provider takes for its own.
resource "aws_cognito_user_pool" "plain" {
  name = "terraform-plain"
  tags = var.changed ? { team = "shop" } : {}
}

# Every block, with names of users' own choice and aliases.
resource "aws_cognito_user_pool" "full" {
  name                       = "terraform-full"
  alias_attributes           = ["email", "preferred_username"]
  auto_verified_attributes   = var.changed ? ["email"] : ["email", "phone_number"]
  deletion_protection        = var.changed ? "INACTIVE" : "ACTIVE"
  mfa_configuration          = var.changed ? "ON" : "OPTIONAL"
  sms_authentication_message = "${local.word} code: {####}"
  user_pool_tier             = "PLUS"

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = var.changed ? 2 : 1
    }
    recovery_mechanism {
      name     = "verified_phone_number"
      priority = var.changed ? 1 : 2
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = !var.changed
    invite_message_template {
      email_message = "${local.word}: {username}, {####}"
      email_subject = "${local.word} invitation"
      sms_message   = "${local.word}: {username} {####}"
    }
  }

  device_configuration {
    challenge_required_on_new_device      = !var.changed
    device_only_remembered_on_user_prompt = var.changed
  }

  email_configuration {
    configuration_set      = "set"
    email_sending_account  = "DEVELOPER"
    from_email_address     = "${local.word} <people@example.com>"
    reply_to_email_address = "answers@example.com"
    source_arn             = "arn:aws:ses:us-east-1:123456789012:identity/people@example.com"
  }

  email_mfa_configuration {
    message = "${local.word} code: {####}"
    subject = "${local.word} code"
  }

  lambda_config {
    create_auth_challenge          = "${local.function}create"
    custom_message                 = "${local.function}message"
    define_auth_challenge          = "${local.function}define"
    kms_key_id                     = local.key
    post_authentication            = "${local.function}after"
    post_confirmation              = "${local.function}confirmed"
    pre_authentication             = "${local.function}before"
    pre_sign_up                    = var.changed ? null : "${local.function}signup"
    pre_token_generation           = "${local.function}tokens"
    user_migration                 = "${local.function}migrate"
    verify_auth_challenge_response = "${local.function}verify"
    custom_email_sender {
      lambda_arn     = "${local.function}email"
      lambda_version = "V1_0"
    }
    custom_sms_sender {
      lambda_arn     = "${local.function}sms"
      lambda_version = "V1_0"
    }
    pre_token_generation_config {
      lambda_arn     = "${local.function}tokens"
      lambda_version = var.changed ? "V3_0" : "V2_0"
    }
  }

  password_policy {
    minimum_length                   = var.changed ? 12 : 10
    password_history_size            = var.changed ? 3 : 0
    require_lowercase                = true
    require_numbers                  = var.changed
    require_symbols                  = false
    require_uppercase                = true
    temporary_password_validity_days = var.changed ? 3 : 5
  }

  schema {
    name                = "email"
    attribute_data_type = "String"
    mutable             = true
    required            = true
    string_attribute_constraints {
      max_length = "2048"
      min_length = "0"
    }
  }
  schema {
    name                = "plan"
    attribute_data_type = "String"
    mutable             = true
    string_attribute_constraints {
      max_length = "40"
      min_length = "1"
    }
  }
  schema {
    name                = "seats"
    attribute_data_type = "Number"
    mutable             = true
    number_attribute_constraints {
      max_value = "500"
      min_value = "1"
    }
  }
  schema {
    name                     = "secret"
    attribute_data_type      = "Boolean"
    developer_only_attribute = true
    mutable                  = true
  }
  schema {
    name                = "since"
    attribute_data_type = "DateTime"
    mutable             = false
  }
  dynamic "schema" {
    for_each = var.changed ? ["later"] : []
    content {
      name                = schema.value
      attribute_data_type = "String"
      mutable             = true
      string_attribute_constraints {}
    }
  }

  sign_in_policy {
    allowed_first_auth_factors = var.changed ? ["PASSWORD", "EMAIL_OTP"] : ["PASSWORD"]
  }

  sms_configuration {
    external_id    = "people"
    sns_caller_arn = local.role
    sns_region     = "us-east-1"
  }

  software_token_mfa_configuration {
    enabled = true
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = var.changed ? ["email"] : ["email", "phone_number"]
  }

  user_pool_add_ons {
    advanced_security_mode = var.changed ? "ENFORCED" : "AUDIT"
    advanced_security_additional_flows {
      custom_auth_mode = var.changed ? "ENFORCED" : "AUDIT"
    }
  }

  username_configuration {
    case_sensitive = false
  }

  verification_message_template {
    default_email_option  = var.changed ? "CONFIRM_WITH_LINK" : "CONFIRM_WITH_CODE"
    email_message         = "${local.word} code: {####}"
    email_message_by_link = "${local.word} link: {##Here##}"
    email_subject         = "${local.word} code"
    email_subject_by_link = "${local.word} link"
    sms_message           = "${local.word} code: {####}"
  }

  tags = var.changed ? { team = "people", stage = "test" } : { team = "shop", owner = "jane" }
}

# What excludes the above: addresses as names, the older messages, passkeys, the default sender.
resource "aws_cognito_user_pool" "addresses" {
  name                       = "terraform-addresses"
  username_attributes        = ["email", "phone_number"]
  auto_verified_attributes   = ["email"]
  email_verification_message = "${local.word} code: {####}"
  email_verification_subject = "${local.word} code"
  sms_verification_message   = "${local.word} code: {####}"
  user_pool_tier             = var.changed ? "ESSENTIALS" : "LITE"

  account_recovery_setting {
    recovery_mechanism {
      name     = "admin_only"
      priority = 1
    }
  }

  email_configuration {
    reply_to_email_address = "answers@example.com"
  }

  dynamic "web_authn_configuration" {
    for_each = var.changed ? ["required"] : ["preferred"]
    content {
      relying_party_id  = "people.example.com"
      user_verification = web_authn_configuration.value
    }
  }
}

# One without functions, since these are asked before users are made.
resource "aws_cognito_user_pool" "people" {
  name = "terraform-people"
  schema {
    name                = "plan"
    attribute_data_type = "String"
    mutable             = true
    string_attribute_constraints {}
  }
}
