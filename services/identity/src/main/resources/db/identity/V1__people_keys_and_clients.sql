-- Who people are. Their names stand here and nowhere else: everything that is kept for ever holds only the id.
create table person (
    id              uuid        primary key,
    username        text        unique,
    password        text,
    display_name    text,
    roles           text[]      not null default '{}',
    employer_groups uuid[]      not null default '{}',
    routes          integer[]   not null default '{}',
    example         boolean     not null default false,
    erased_at       timestamptz,
    erased_by       text,
    constraint erased_people_have_no_name check ((display_name is null) = (erased_at is not null)),
    constraint erased_people_cannot_sign_in check (erased_at is null or (username is null and password is null))
);

-- The keys that tokens are signed with. They outlive restarts, so tokens do too.
create table signing_key (
    id          text        primary key,
    created_at  timestamptz not null,
    signs_from  timestamptz not null,
    public_key  text        not null,
    private_key text        not null,
    -- null: the private key stands as it is. Else: encrypted with the configured password and this salt.
    salt        text
);

-- What follows is the layout that Spring Authorization Server expects, in PostgreSQL's types.
create table oauth2_registered_client (
    id                            varchar(100)  primary key,
    client_id                     varchar(100)  not null unique,
    client_id_issued_at           timestamptz   not null default current_timestamp,
    client_secret                 varchar(200),
    client_secret_expires_at      timestamptz,
    client_name                   varchar(200)  not null,
    client_authentication_methods varchar(1000) not null,
    authorization_grant_types     varchar(1000) not null,
    redirect_uris                 varchar(1000),
    post_logout_redirect_uris     varchar(1000),
    scopes                        varchar(1000) not null,
    client_settings               varchar(2000) not null,
    token_settings                varchar(2000) not null
);

create table oauth2_authorization (
    id                            varchar(100) primary key,
    registered_client_id          varchar(100) not null,
    principal_name                varchar(200) not null,
    authorization_grant_type      varchar(100) not null,
    authorized_scopes             varchar(1000),
    attributes                    text,
    state                         varchar(500),
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             varchar(100),
    access_token_scopes           varchar(1000),
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text
);

create index on oauth2_authorization (principal_name);
create index on oauth2_authorization using hash (access_token_value);
create index on oauth2_authorization using hash (authorization_code_value);
create index on oauth2_authorization (access_token_expires_at);
